"""Public pages, made once for everybody who has no session, until anything of the museum changes.

`server` answers from a `store`; `changes` begins a new generation of pages with every write to the
database that a visitor could see, in whichever process it happens. Nothing that a stranger sends
reaches a page that is kept: it is made from a request of the museum's own.
"""
