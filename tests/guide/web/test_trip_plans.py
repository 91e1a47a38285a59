from flask import Flask

from guide.web.trip_plans import MOST, Plans, plan_of

WORDS = {
    "classes": ["7A: 20"],
    "adults": ["2"],
    "from": ["ga-hai-phong"],
    "depart": ["2026-12-08T07:30"],
    "minutes": ["90"],
    "most_stops": ["1"],
}


def test_a_plan_is_made_once(app: Flask) -> None:
    with app.test_request_context():
        assert plan_of(WORDS) is plan_of(dict(WORDS))
        assert plan_of(WORDS | {"adults": ["3"]}) is not plan_of(WORDS)


def test_the_plans_that_nobody_wants_go(app: Flask) -> None:
    plans = Plans()
    with app.test_request_context():
        first = plans.get(WORDS)
        for minutes in range(100, 100 + MOST):
            plans.get(WORDS | {"minutes": [str(minutes)]})

        assert plans.get(WORDS) is not first
