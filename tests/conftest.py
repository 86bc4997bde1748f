"""What holds for all tests."""

from hypothesis import settings

# No test is a timed one: machines are noisy.
settings.register_profile("mpp", deadline=None)
settings.load_profile("mpp")
