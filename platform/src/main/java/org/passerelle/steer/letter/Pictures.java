package org.passerelle.steer.letter;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.pages.picture.PictureCut;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores pictures of letters, each checked and encoded again. */
@Component
public class Pictures implements PictureSource {
  private static final int PARTS = 8;
  private final JdbcClient db;
  private final Clock clock;
  private final Identifiers identifiers;

  /** The parts that were shown last: cutting takes longer than all the rest of a preview. */
  private final Map<Part, Found> parts =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Part, Found> eldest) {
              return size() > PARTS;
            }
          });

  private record Part(String file, PictureCut cut) {}

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
  public Optional<Found> find(String file, PictureCut cut) {
    Part part = new Part(file, cut);
    Found known = parts.get(part);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Found> found = find(file).map(whole -> whole.cut(cut));
    found.ifPresent(shown -> parts.put(part, shown));
    return found;
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
