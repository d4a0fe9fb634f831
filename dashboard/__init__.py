"""A yearly account of staff motivation, neighbourhoods and policy projects, ward by ward."""
