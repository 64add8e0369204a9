package org.passerelle.protect.sharing.consent.recording;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental removal of a recording. */
@Component
class RecordingRemovalUndo implements Undoable {
  private final JdbcClient db;
  private final AuditLog audit;

  RecordingRemovalUndo(JdbcClient db, AuditLog audit) {
    this.db = db;
    this.audit = audit;
  }

  /** A complete recording. */
  record Whole(String language, Recordings.Sound sound, Instant at, UUID by) {}

  @Override
  public String act() {
    return Recordings.REMOVED;
  }

  @Override
  public String about() {
    return "organisation";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    boolean another =
        db.sql(
                    """
                    select count(*) from consent_recording
                     where organisation = :organisation and language = :language
                    """)
                .param("organisation", subject)
                .param("language", was.language)
                .query(Integer.class)
                .single()
            > 0;
    if (another) {
      throw new Refused("form.undo.late");
    }
    insert(subject, was);
    audit.write(
        who, "recording.restored", "organisation", subject, Map.of("language", was.language));
    return "/house/recordings";
  }

  /** Stores a recording of an organisation. */
  void insert(UUID organisation, Whole one) {
    db.sql(
            """
            insert into consent_recording
              (organisation, language, media_type, content, bytes, at, by_user)
            values (:organisation, :language, :type, :content, :bytes, :at, :user)
            """)
        .param("organisation", organisation)
        .param("language", one.language)
        .param("type", one.sound.type())
        .param("content", one.sound.content())
        .param("bytes", one.sound.content().length)
        .param("at", Columns.at(one.at))
        .param("user", one.by)
        .update();
  }
}
