"""What the routes of this slice take and give."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, PlainSerializer, model_validator

from relevo.kit.clock import rfc3339
from relevo.platform.access import Role
from relevo.platform.http import Body
from relevo.workspaces.types import Availability, Form, Locale

Moment = Annotated[datetime, PlainSerializer(rfc3339, return_type=str)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Email = Annotated[str, Field(max_length=254)]
Password = Annotated[str, Field(max_length=1024)]
Labels = Annotated[list[Annotated[str, Field(min_length=1, max_length=40)]], Field(max_length=30)]


class Change(Body):
    """Base of partial changes: a field that is left out stays; null is no value for any of them."""

    @model_validator(mode="before")
    @classmethod
    def _no_nulls(cls, given: Any) -> Any:
        if isinstance(given, dict):
            return {name: value for name, value in given.items() if value is not None or name not in cls.model_fields}
        return given

    def given(self) -> dict[str, Any]:
        return self.model_dump(exclude_unset=True)


class LoginIn(Body):
    email: Email
    password: Password
    workspace: UUID | None = Field(None, description="For people of several workspaces; without it, the last one.")


class OwnMember(BaseModel):
    id: UUID
    name: str
    email: str | None
    role: Role
    locale: str
    availability: Availability


class OwnWorkspace(BaseModel):
    id: UUID
    name: str
    locale: str


class Me(BaseModel):
    member: OwnMember
    workspace: OwnWorkspace
    csrf_token: str | None = Field(description="For the header X-CSRF-Token; null for programs, which need none.")


class MeChange(Change):
    name: Name | None = None
    locale: Locale | None = None
    availability: Availability | None = None


class PasswordChange(Body):
    old: Password
    new: Password


class MemberView(BaseModel):
    id: UUID
    name: str
    email: str | None
    role: Role
    kind: Literal["person", "program"]
    availability: Availability
    skills: list[str]
    languages: list[str]
    active: bool


class Members(BaseModel):
    members: list[MemberView]


class MemberIn(Body):
    email: Email
    name: Annotated[str, Field(max_length=100)] = ""
    role: Role
    password: Password | None = Field(None, description="Without one, the person cannot sign in until one is set.")
    locale: Locale | None = None


class MemberChange(Change):
    name: Name | None = None
    role: Role | None = None
    skills: Labels | None = None
    languages: Labels | None = None
    active: bool | None = None
    password: Password | None = None


class KeyIn(Body):
    name: Name
    role: Role = Field("admin", description="What programs with this key may do.")


class KeyView(BaseModel):
    id: UUID
    name: str
    role: Role
    created_at: Moment
    last_used_at: Moment | None


class NewKeyView(KeyView):
    key: str = Field(description="Shown this once.")


class Keys(BaseModel):
    api_keys: list[KeyView]


class WorkspaceView(BaseModel):
    id: UUID
    name: str
    locale: str
    reopen_hours: int
    form: Form
    reversible_masking: bool


class WorkspaceChange(Change):
    name: Name | None = None
    locale: Locale | None = None
    reopen_hours: Annotated[int, Field(ge=0, le=8760)] | None = None
    form: Form | None = None
    reversible_masking: bool | None = None
