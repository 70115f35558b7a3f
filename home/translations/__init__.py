"""The museum's rules for translations in the editor: who may do what,
and what never goes live or lost.
"""
