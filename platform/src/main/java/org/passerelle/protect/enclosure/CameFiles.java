package org.passerelle.protect.enclosure;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Refused;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files as they came, beside the dossier and sealed under its key: when that is destroyed, nothing
 * of them can be read. Pieces are kept in any order and once; what they make is compared with what
 * the dossier says, and looked at like every file that the house keeps.
 */
@Component
public class CameFiles {
  private static final String PIECE = "came_piece.content";
  private static final String CONTENT = "came_file.content";
  private static final String NAME = "came_file.name";
  private final JdbcClient db;
  private final Vault vault;
  private final Clock clock;

  CameFiles(JdbcClient db, Vault vault, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Where a dossier lies.
   *
   * @param holder the organisation that received it, or the letterbox in which it lies
   * @param key under which it is sealed
   */
  public record Place(UUID referral, UUID holder, UUID key) {}

  /** How a file stands. */
  public enum State {
    /** Not all of it has come. */
    AWAITED,
    /** It is there and is what the dossier says. */
    WHOLE,
    /** It is not what the dossier says. */
    ALTERED,
    /** It is what the dossier says, and of no kind that is kept. */
    REFUSED
  }

  /**
   * A file that was announced.
   *
   * @param name cleaned, once it is there
   */
  public record Came(Enclosure file, State state, String name) {
    /** Code of its state in sentences. */
    public String code() {
      return state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be opened. */
    public boolean isWhole() {
      return state == State.WHOLE;
    }
  }

  /** A file with its content. */
  public record Opened(Enclosure file, String name, byte[] content) {}

  /** Those that a dossier announces, each as it stands; no content is opened. */
  public List<Came> of(Place place, List<Enclosure> announced) {
    return announced.stream()
        .map(
            file ->
                settled(place, file.id())
                    .map(row -> new Came(file, row.state(), name(place, file, row)))
                    .orElseGet(() -> new Came(file, State.AWAITED, file.name())))
        .toList();
  }

  private String name(Place place, Enclosure file, Row row) {
    byte[] name = row.name();
    return name == null ? file.name() : vault.open(place.key, NAME, name);
  }

  /** One that is there. */
  public Optional<Opened> open(Place place, Enclosure file) {
    Optional<Row> row = settled(place, file.id()).filter(r -> r.state() == State.WHOLE);
    return row.map(
        there ->
            new Opened(
                file,
                name(place, file, there),
                vault.openBytes(
                    place.key,
                    CONTENT,
                    db.sql(
                            """
                            select content from came_file
                             where referral = :referral and organisation = :holder and file = :file
                            """)
                        .param("referral", place.referral)
                        .param("holder", place.holder)
                        .param("file", file.id())
                        .query(byte[].class)
                        .single())));
  }

  /**
   * Keeps a piece of an announced file; one that came before changes nothing. The dossier is held.
   *
   * @return whether the file is whole by it
   */
  public boolean put(Place place, Enclosure file, EnclosedPiece piece) {
    if (settled(place, file.id()).isPresent()) {
      return false;
    }
    if (piece.octets().length != file.octetsOf(piece.number())) {
      settle(place, file, State.ALTERED, null, null);
      return false;
    }
    db.sql(
            """
            insert into came_piece (referral, organisation, file, number, content)
            values (:referral, :holder, :file, :number, :content) on conflict do nothing
            """)
        .param("referral", place.referral)
        .param("holder", place.holder)
        .param("file", file.id())
        .param("number", piece.number())
        .param("content", vault.sealBytes(place.key, PIECE, piece.octets()))
        .update();
    return count(place, file.id()) == file.pieces() && settle(place, file);
  }

  private boolean settle(Place place, Enclosure file) {
    byte[] content = joined(place, file);
    if (content.length != file.size() || !Sha256.of(content).equals(file.digest())) {
      settle(place, file, State.ALTERED, null, null);
      return false;
    }
    try {
      settle(place, file, State.WHOLE, CaseFiles.inspect(content, file.name()), content);
      return true;
    } catch (Refused notKept) {
      settle(place, file, State.REFUSED, null, null);
      return false;
    }
  }

  private byte[] joined(Place place, Enclosure file) {
    List<byte[]> pieces = new ArrayList<>();
    for (int number = 0; number < file.pieces(); number++) {
      pieces.add(
          vault.openBytes(
              place.key,
              PIECE,
              db.sql(
                      """
                      select content from came_piece
                       where referral = :referral and organisation = :holder and file = :file
                         and number = :number
                      """)
                  .param("referral", place.referral)
                  .param("holder", place.holder)
                  .param("file", file.id())
                  .param("number", number)
                  .query(byte[].class)
                  .single()));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    pieces.forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  private void settle(
      Place place, Enclosure file, State state, @Nullable String name, byte @Nullable [] content) {
    db.sql(
            """
            insert into came_file (referral, organisation, file, state, media_type, name, content, at)
            values (:referral, :holder, :file, :state, :type, :name, :content, :now)
            """)
        .param("referral", place.referral)
        .param("holder", place.holder)
        .param("file", file.id())
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("type", content == null ? null : file.type())
        .param("name", name == null ? null : vault.seal(place.key, NAME, name))
        .param("content", content == null ? null : vault.sealBytes(place.key, CONTENT, content))
        .param("now", Columns.at(clock.instant()))
        .update();
    db.sql(
            """
            delete from came_piece
             where referral = :referral and organisation = :holder and file = :file
            """)
        .param("referral", place.referral)
        .param("holder", place.holder)
        .param("file", file.id())
        .update();
  }

  private int count(Place place, UUID file) {
    return db.sql(
            """
            select count(*) from came_piece
             where referral = :referral and organisation = :holder and file = :file
            """)
        .param("referral", place.referral)
        .param("holder", place.holder)
        .param("file", file)
        .query(Integer.class)
        .single();
  }

  private record Row(State state, byte @Nullable [] name) {}

  private Optional<Row> settled(Place place, UUID file) {
    return db.sql(
            """
            select state, name from came_file
             where referral = :referral and organisation = :holder and file = :file
            """)
        .param("referral", place.referral)
        .param("holder", place.holder)
        .param("file", file)
        .query(
            (row, i) ->
                new Row(
                    State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getBytes("name")))
        .optional();
  }

  /** Removes what came to one holder with a dossier. */
  public void forget(UUID referral, UUID holder) {
    db.sql("delete from came_piece where referral = :referral and organisation = :holder")
        .param("referral", referral)
        .param("holder", holder)
        .update();
    db.sql("delete from came_file where referral = :referral and organisation = :holder")
        .param("referral", referral)
        .param("holder", holder)
        .update();
  }
}
