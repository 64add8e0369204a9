package org.passerelle.protect.sharing.consent.recording;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.consent.told.ConsentText;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recordings of the user's organisation, one for each language that has a text. They name nobody
 * and are stored as uploaded.
 */
@Service
public class Recordings {
  /** Maximum size in bytes: about five minutes of speech. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  static final String REMOVED = "recording.removed";
  private final JdbcClient db;
  private final AuditLog audit;
  private final Undo undo;
  private final RecordingRemovalUndo back;
  private final Clock clock;

  Recordings(JdbcClient db, AuditLog audit, Undo undo, RecordingRemovalUndo back, Clock clock) {
    this.back = back;
    this.undo = undo;
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A recording without its sound.
   *
   * @param language code of {@code languages}
   */
  public record Recording(String language, int bytes, Instant at) {}

  /** Sound of a recording. */
  public record Sound(String type, byte[] content) {}

  /** Languages that can have a recording; both scripts of Serbian share one. */
  public static Set<String> languages() {
    return ConsentText.all().stream().map(Recordings::language).collect(Collectors.toSet());
  }

  /** The spoken language of a text. */
  public static String language(ConsentText text) {
    return text.code().equals("sr-Latn") ? "sr" : text.code();
  }

  /** Recordings of the reader's organisation. */
  @Transactional(readOnly = true)
  public List<Recording> all(SignedIn who) {
    return db.sql(
            """
            select language, bytes, at from consent_recording
             where organisation = :organisation order by language
            """)
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new Recording(
                    row.getString("language"), row.getInt("bytes"), Columns.instant(row, "at")))
        .list();
  }

  /** The sound in a language, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Sound> sound(String language, SignedIn who) {
    return db.sql(
            """
            select media_type, content from consent_recording
             where organisation = :organisation and language = :language
            """)
        .param("organisation", who.organisation())
        .param("language", language)
        .query((row, i) -> new Sound(row.getString("media_type"), row.getBytes("content")))
        .optional();
  }

  /**
   * Stores a recording and replaces an earlier one in this language.
   *
   * @throws Refused if it is too large, or neither MP3 nor Ogg
   */
  @Transactional
  public void give(String language, byte[] sent, SignedIn who) {
    if (!languages().contains(language)) {
      throw new Refused("form.error.required").at("language");
    }
    if (sent.length == 0 || sent.length > MOST_BYTES) {
      throw new Refused("recording.refused.size", MOST_BYTES / 1024 / 1024).at("file");
    }
    String type =
        SoundType.of(sent).orElseThrow(() -> new Refused("recording.refused.type").at("file"));
    delete(language, who);
    back.insert(
        who.organisation(),
        new RecordingRemovalUndo.Whole(
            language, new Sound(type, sent), clock.instant(), who.user()));
    write("recording.given", language, who);
  }

  /**
   * Removes a recording.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID remove(String language, SignedIn who) {
    RecordingRemovalUndo.Whole whole =
        db.sql(
                """
                select language, media_type, content, at, by_user from consent_recording
                 where organisation = :organisation and language = :language
                """)
            .param("organisation", who.organisation())
            .param("language", language)
            .query(
                (row, i) ->
                    new RecordingRemovalUndo.Whole(
                        row.getString("language"),
                        new Sound(row.getString("media_type"), row.getBytes("content")),
                        Columns.instant(row, "at"),
                        row.getObject("by_user", UUID.class)))
            .optional()
            .orElseThrow(NotFound::new);
    if (delete(language, who) == 0) {
      throw new NotFound();
    }
    write(REMOVED, language, who);
    return undo.offer(
        REMOVED, who.organisation(), RemovedContent.sealed(who.organisation(), whole), who);
  }

  private int delete(String language, SignedIn who) {
    return db.sql(
            """
            delete from consent_recording
             where organisation = :organisation and language = :language
            """)
        .param("organisation", who.organisation())
        .param("language", language)
        .update();
  }

  void write(String action, String language, SignedIn who) {
    audit.write(who, action, "organisation", who.organisation(), Map.of("language", language));
  }
}
