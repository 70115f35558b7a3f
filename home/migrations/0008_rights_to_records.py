from django.db import migrations

KINDS = ("person", "school", "place")
KEPT = ("add", "change", "delete", "lock", "publish", "unlock")
ROLES = {
    "Curators": ("add", "change"),
    "Translators": ("change", "publish"),
    "Moderators": KEPT,
    "Administrators": KEPT,
}


def grant(apps, schema_editor):
    """Let the roles of a museum that was founded before keep its people, schools and places; a new
    one founds them so."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    rights = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        for kind in KINDS:
            model, _ = kinds.get_or_create(app_label="records", model=kind)
            for action in ROLES[group.name]:
                right, _ = rights.get_or_create(
                    content_type=model,
                    codename=f"{action}_{kind}",
                    defaults={"name": f"Can {action} {kind}"},
                )
                group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_next_step"),
        ("records", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
