"""Reading aloud: the voice, who tells it what to say, and the bar to steer it with."""
