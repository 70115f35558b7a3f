"""Between the server and Django: no slow client holds a thread that others need."""
