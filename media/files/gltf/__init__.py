"""What is changed in a 3D object before it is packed for the web."""
