"""Choose the stops of a walk and their order: numbers in, numbers out.

``problem`` says what is asked and ``solution`` what is answered; ``solve`` is the way
from one to the other. Nothing here knows what a site or a street is.
"""
