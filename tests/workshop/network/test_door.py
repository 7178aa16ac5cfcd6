"""Who may come in: the code, how often it may be tried, and what a device is known by."""

from __future__ import annotations

from mtcoach.workshop.network.door import ALPHABET, LENGTH, Allowance, Door, Presence, new_code

SALT = b"salt" * 8


def test_a_code_has_nothing_that_two_people_read_differently() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert not set("01OIL5S8B2ZU") & set(ALPHABET)


def test_a_code_may_be_typed_in_any_way() -> None:
    door = Door("CDF679", SALT)
    for written in ("CDF679", "cdf679", " cdf 679 ", "CDF-679"):
        assert door.opens(written, "10.0.0.1", 0.0) is True
    assert door.opens("CDF678", "10.0.0.1", 0.0) is False


def test_one_address_runs_out_of_tries_and_the_others_do_not() -> None:
    door = Door("CDF679", SALT)
    for _ in range(30):
        assert door.opens("WRONG1", "10.0.0.1", 0.0) is False
    assert door.opens("CDF679", "10.0.0.1", 0.0) is None
    assert door.opens("CDF679", "10.0.0.2", 0.0) is True
    assert door.opens("CDF679", "10.0.0.1", 11.0) is True


def test_many_addresses_together_run_out_of_tries() -> None:
    door = Door("CDF679", SALT)
    tried = [door.opens("WRONG1", f"10.0.{n // 20}.{n % 20}", 0.0) for n in range(200)]
    assert tried.count(False) == 120
    assert tried[120:] == [None] * 80


def test_a_right_code_costs_no_try() -> None:
    door = Door("CDF679", SALT)
    assert all(door.opens("CDF679", "10.0.0.1", 0.0) for _ in range(500))


def test_a_pass_is_known_again_and_a_changed_one_is_not() -> None:
    door = Door("CDF679", SALT)
    shown = door.pass_for("Teacher")
    device = door.device(shown)
    assert device and device.role == "Teacher"
    assert Door("XXXXXX", SALT).device(shown) == device, "a room that was killed knows it again"
    assert Door("CDF679", b"other" * 8).device(shown) is None
    secret, role, signature = shown.split(".")
    for forged in ("", "a.b.c", f"{secret}x.{role}.{signature}", f"{secret}..{signature}", "ÿ.ÿ.ÿ"):
        assert door.device(forged) is None


def test_a_device_that_joins_again_keeps_its_secret_and_changes_its_role() -> None:
    door = Door("CDF679", SALT)
    first = door.device(door.pass_for("Teacher"))
    assert first
    second = door.device(door.pass_for("Support staff", first))
    assert second and (second.secret, second.role) == (first.secret, "Support staff")


def test_a_tag_tells_nothing_of_the_secret() -> None:
    device = Door("CDF679", SALT).device(Door("CDF679", SALT).pass_for(""))
    assert device and device.secret not in device.tag


def test_an_allowance_fills_up_again_and_forgets_those_at_rest() -> None:
    allowance = Allowance(burst=2, a_second=1)
    assert [allowance.take("a", 0.0) for _ in range(3)] == [True, True, False]
    assert allowance.take("a", 1.0)
    for number in range(25_000):
        allowance.take(str(number), number / 100)
    assert len(allowance._left) <= 20_001


def test_who_runs_no_script_counts_as_here_for_a_minute() -> None:
    presence = Presence()
    presence.seen("a", 0.0)
    assert presence.here(["a", "b", "b"], 30.0) == 2
    assert presence.here([], 61.0) == 0
