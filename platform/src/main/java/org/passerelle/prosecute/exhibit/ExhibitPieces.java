package org.passerelle.prosecute.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Digests;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bytes of exhibits in pieces of 256 KiB, each sealed under the exhibit's key and bound to its
 * upload and number, so that none can be removed, moved or exchanged. No file is whole in memory or
 * readable on a disk.
 */
@Component
class ExhibitPieces {
  static final int PIECE = 256 * 1024;
  private static final int HEAD = 64 * 1024;
  private final JdbcClient db;
  private final Vault vault;
  private final TransactionTemplate together;
  private final Clock clock;

  ExhibitPieces(JdbcClient db, Vault vault, PlatformTransactionManager transactions, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.together = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param head the first 64 KiB, by which the type is found
   */
  record Written(Digests digests, int pieces, byte[] head) {}

  /**
   * Stores a stream piece by piece and measures it on the way.
   *
   * @param most largest size, in bytes
   * @throws Refused if there is more, or if the upload was removed meanwhile
   */
  Written write(UUID exhibit, UUID upload, InputStream in, long most) throws IOException {
    Measuring measuring = new Measuring();
    byte[] buffer = new byte[PIECE];
    byte[] head = new byte[0];
    int pieces = 0;
    for (int length = in.readNBytes(buffer, 0, PIECE);
        length > 0;
        length = in.readNBytes(buffer, 0, PIECE)) {
      measuring.add(buffer, length);
      if (measuring.size > most) {
        throw new Refused("exhibit.refused.large", most >> 20).at("file");
      }
      if (pieces == 0) {
        head = Arrays.copyOf(buffer, Math.min(length, HEAD));
      }
      store(exhibit, upload, pieces++, Arrays.copyOf(buffer, length));
    }
    return new Written(measuring.digests(), pieces, head);
  }

  private void store(UUID exhibit, UUID upload, int number, byte[] piece) {
    byte[] sealed = vault.sealBytes(exhibit, place(upload, number), piece);
    together.executeWithoutResult(
        transaction -> {
          int there =
              db.sql("update exhibit_upload set touched_at = :now where id = :id")
                  .param("now", Columns.now(clock))
                  .param("id", upload)
                  .update();
          if (there == 0) {
            throw new Refused("exhibit.refused.gone").at("file");
          }
          db.sql(
                  """
                  insert into exhibit_piece (upload, number, content) values (:upload, :number, :content)
                  """)
              .param("upload", upload)
              .param("number", number)
              .param("content", sealed)
              .update();
        });
  }

  /** The bytes of an upload. */
  Content content(UUID exhibit, UUID upload, int pieces) {
    return () -> new Reader(exhibit, upload, pieces);
  }

  /** Measures a content again. */
  static Digests measured(Content content) throws IOException {
    Measuring measuring = new Measuring();
    byte[] buffer = new byte[PIECE];
    try (InputStream in = content.open()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        measuring.add(buffer, length);
      }
    }
    return measuring.digests();
  }

  /** Removes an upload with its pieces; the row first, so that no piece arrives behind it. */
  void delete(UUID upload) {
    together.executeWithoutResult(
        transaction -> {
          db.sql("select id from exhibit_upload where id = :id for update")
              .param("id", upload)
              .query(UUID.class)
              .optional();
          db.sql("delete from exhibit_piece where upload = :id").param("id", upload).update();
          db.sql("delete from exhibit_upload where id = :id").param("id", upload).update();
        });
  }

  private static String place(UUID upload, int number) {
    return "exhibit_piece.content " + upload + " " + number;
  }

  private static final class Measuring {
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private long size;

    private static MessageDigest digest(String algorithm) {
      try {
        return MessageDigest.getInstance(algorithm);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(byte[] bytes, int length) {
      sha256.update(bytes, 0, length);
      sha512.update(bytes, 0, length);
      size += length;
    }

    Digests digests() {
      HexFormat hex = HexFormat.of();
      return new Digests(size, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }
  }

  private final class Reader extends InputStream {
    private final UUID exhibit;
    private final UUID upload;
    private final int pieces;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Reader(UUID exhibit, UUID upload, int pieces) {
      this.exhibit = exhibit;
      this.upload = upload;
      this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
      return filled() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!filled()) {
        return -1;
      }
      int part = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, bytes, from, part);
      at += part;
      return part;
    }

    private boolean filled() throws IOException {
      while (at == piece.length) {
        if (next == pieces) {
          return false;
        }
        byte[] sealed =
            db.sql("select content from exhibit_piece where upload = :upload and number = :number")
                .param("upload", upload)
                .param("number", next)
                .query(byte[].class)
                .optional()
                .orElseThrow(
                    () ->
                        new IOException(
                            "Piece %d of upload %s is missing.%nMaybe the database was altered."
                                .formatted(next, upload)));
        piece = vault.openBytes(exhibit, place(upload, next), sealed);
        next++;
        at = 0;
      }
      return true;
    }
  }
}
