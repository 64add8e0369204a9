package org.passerelle.steer.letter;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores pictures of letters, each checked and encoded again. */
@Component
public class Pictures implements PictureSource {
  private final JdbcClient db;
  private final Clock clock;
  private final Identifiers identifiers;

  Pictures(JdbcClient db, Clock clock, Identifiers identifiers) {
    this.db = db;
    this.clock = clock;
    this.identifiers = identifiers;
  }

  /**
   * Checks and stores a picture.
   *
   * @return the name for the entry
   * @throws org.passerelle.refusal.Refused if a letter cannot contain it
   */
  public String keep(byte[] sent, SignedIn who) {
    CleanPicture.Clean clean = CleanPicture.of(sent);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into letter_picture (id, type, width, height, content, digest, at, by_user)
            values (:id, :type, :width, :height, :content, :digest, :at, :by)""")
        .param("id", id)
        .param("type", clean.type())
        .param("width", clean.width())
        .param("height", clean.height())
        .param("content", clean.content())
        .param("digest", Sha256.of(clean.content()))
        .param("at", Columns.now(clock))
        .param("by", who.user())
        .update();
    return id.toString();
  }

  @Override
  public Optional<Found> find(String file) {
    UUID id;
    try {
      id = UUID.fromString(file);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return db.sql("select type, content, width, height from letter_picture where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Found(
                    row.getString("type"),
                    row.getBytes("content"),
                    row.getInt("width"),
                    row.getInt("height")))
        .optional();
  }
}
