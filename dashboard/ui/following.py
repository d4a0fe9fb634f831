"""A job on the page: a bar while it runs, its last words where it failed."""

from contextlib import closing

import streamlit as st

from dashboard.ui.frame import Frame
from dashboard.ui.jobs import Job, JobFailedError


def followed(frame: Frame, job: Job, failure: str = "jobs.failed") -> bool:
    """Run a job to its end before the reader's eyes; whether it made what it was to make, or else why not."""
    job.lang = frame.lang
    bar = st.progress(0.0, text=frame.say("jobs.started"))
    try:
        with closing(job.steps()) as steps:
            for step in steps:
                bar.progress(min(max(step.share, 0.0), 1.0), text=step.words[frame.lang])
    except JobFailedError as failed:
        bar.empty()
        st.error("\n\n".join([frame.say(failure), *failed.lines]))
        return False
    bar.empty()
    return True
