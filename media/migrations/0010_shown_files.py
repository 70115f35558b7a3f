from django.db import migrations, models

# `media.delivery.access` asks Wagtail's index for what names a file, which has no index of its own.
INDEX = "media_references_to"
CREATE = f"CREATE INDEX {INDEX} ON wagtailcore_referenceindex (to_content_type_id, to_object_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0009_room_for_descriptions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(CREATE, f"DROP INDEX {INDEX}"),
        migrations.AddIndex(
            model_name="museumrendition",
            index=models.Index(fields=["file"], name="media_rendition_by_file"),
        ),
    ]
