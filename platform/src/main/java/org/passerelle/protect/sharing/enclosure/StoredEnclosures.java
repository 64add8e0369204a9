package org.passerelle.protect.sharing.enclosure;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Received enclosures, stored beside the dossier and encrypted under its key, so that they become
 * unreadable when it is destroyed. Pieces are stored in any order and only once; the complete file
 * is compared with the dossier, and inspected like every stored file.
 */
@Component
public class StoredEnclosures {
  private static final String PIECE = "came_piece.content";
  private static final String CONTENT = "came_file.content";
  private static final String NAME = "came_file.name";
  private final JdbcClient db;
  private final Vault vault;
  private final Clock clock;

  StoredEnclosures(JdbcClient db, Vault vault, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Location of a dossier.
   *
   * @param holder the organisation that received it, or the letterbox
   * @param key key under which it is encrypted
   */
  public record Place(UUID referral, UUID holder, UUID key) {}

  /** State of an enclosure. */
  public enum State {
    /** Incomplete. */
    AWAITED,
    /** Complete and as announced in the dossier. */
    WHOLE,
    /** Differs from what the dossier announced. */
    ALTERED,
    /** As announced, but of a type that is not accepted. */
    REFUSED
  }

  /**
   * An announced enclosure.
   *
   * @param name cleaned name, once it has arrived
   */
  public record Came(Enclosure file, State state, String name) {
    /** Code of its state in texts. */
    public String code() {
      return state.name().toLowerCase(Locale.ROOT);
    }

    public boolean isWhole() {
      return state == State.WHOLE;
    }
  }

  /** An enclosure with its content. */
  public record Opened(Enclosure file, String name, byte[] content) {}

  /** Announced enclosures with their states; contents are not decrypted. */
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

  /** Opens a complete enclosure. */
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
   * Stores a piece of an announced enclosure; a repeated piece changes nothing. The dossier must be
   * locked.
   *
   * @return whether this completes the file
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
      settle(place, file, State.WHOLE, CaseAttachments.inspect(content, file.name()), content);
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

  /** Deletes what a holder received with a dossier. */
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
