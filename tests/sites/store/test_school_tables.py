from sites.store.school_tables import SCHOOL


def test_a_code_stands_for_one_school() -> None:
    assert [column.name for column in SCHOOL.primary_key] == ["code"]
