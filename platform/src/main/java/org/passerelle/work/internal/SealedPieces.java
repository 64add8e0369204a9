package org.passerelle.work.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.work.Cancelled;
import org.passerelle.work.WorkFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of any length in sealed chunks, so that neither a large upload nor a large report is kept
 * in memory. Each chunk is bound to its file and number: none can be removed or moved.
 */
@Component
class SealedPieces {
  private static final int PIECE = 256 * 1024;
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final TransactionTemplate together;

  SealedPieces(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.together = new TransactionTemplate(transactions);
  }

  OutputStream write(UUID work, String name, String mediaType, boolean input) {
    UUID file = identifiers.next();
    db.sql(
            """
            insert into work_file (id, work, name, media_type, input, place, size_bytes, pieces)
            values (:id, :work, :name, :type, :input, (select count(*) from work_file where work = :work), -1, 0)
            """)
        .param("id", file)
        .param("work", work)
        .param("name", name)
        .param("type", mediaType)
        .param("input", input)
        .update();
    return new Writer(work, file);
  }

  List<WorkFile> of(UUID work) {
    return db.sql(
            """
            select id, name, media_type, input, size_bytes as size from work_file
             where work = :work and size_bytes >= 0 order by place
            """)
        .param("work", work)
        .query(
            (row, i) ->
                new WorkFile(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("media_type"),
                    row.getBoolean("input"),
                    row.getLong("size")))
        .list();
  }

  InputStream read(UUID work, UUID file) {
    int pieces =
        db.sql("select pieces from work_file where id = :id and work = :work and size_bytes >= 0")
            .param("id", file)
            .param("work", work)
            .query(Integer.class)
            .optional()
            .orElseThrow(NotFound::new);
    return new Reader(work, file, pieces);
  }

  /**
   * Deletes the files; the caller destroys the key. Their rows are locked first: otherwise, on H2,
   * a chunk stored concurrently would remain without its file, and so prevent restoring a backup.
   */
  void delete(UUID work) {
    together.executeWithoutResult(
        transaction -> {
          db.sql("select id from work_file where work = :work order by id for update")
              .param("work", work)
              .query(UUID.class)
              .list();
          db.sql(
                  "delete from work_piece where file in (select id from work_file where work = :work)")
              .param("work", work)
              .update();
          db.sql("delete from work_file where work = :work").param("work", work).update();
        });
  }

  /**
   * Prevents the deletion of a file until the transaction ends.
   *
   * @throws Cancelled if it is gone
   */
  private void hold(UUID file) {
    boolean there =
        db.sql("select id from work_file where id = :id for update")
            .param("id", file)
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!there) {
      throw new Cancelled();
    }
  }

  private static String place(UUID file, int number) {
    return "work_piece.content " + file + " " + number;
  }

  private final class Writer extends OutputStream {
    private final UUID work;
    private final UUID file;
    private final byte[] buffer = new byte[PIECE];
    private int filled;
    private int pieces;
    private long size;
    private boolean closed;

    Writer(UUID work, UUID file) {
      this.work = work;
      this.file = file;
    }

    @Override
    public void write(int one) {
      buffer[filled++] = (byte) one;
      size++;
      if (filled == PIECE) {
        store();
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int at = from;
      while (at < from + length) {
        int part = Math.min(PIECE - filled, from + length - at);
        System.arraycopy(bytes, at, buffer, filled, part);
        filled += part;
        at += part;
        size += part;
        if (filled == PIECE) {
          store();
        }
      }
    }

    private void store() {
      byte[] sealed = vault.sealBytes(work, place(file, pieces), Arrays.copyOf(buffer, filled));
      together.executeWithoutResult(
          transaction -> {
            hold(file);
            db.sql(
                    "insert into work_piece (file, number, content) values (:file, :number, :content)")
                .param("file", file)
                .param("number", pieces)
                .param("content", sealed)
                .update();
          });
      pieces++;
      filled = 0;
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      if (filled > 0) {
        store();
      }
      db.sql("update work_file set size_bytes = :size, pieces = :pieces where id = :id")
          .param("size", size)
          .param("pieces", pieces)
          .param("id", file)
          .update();
    }
  }

  private final class Reader extends InputStream {
    private final UUID work;
    private final UUID file;
    private final int pieces;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Reader(UUID work, UUID file, int pieces) {
      this.work = work;
      this.file = file;
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
            db.sql("select content from work_piece where file = :file and number = :number")
                .param("file", file)
                .param("number", next)
                .query(byte[].class)
                .optional()
                .orElseThrow(
                    () -> new IOException("Chunk %d of %s is missing.".formatted(next, file)));
        piece = vault.openBytes(work, place(file, next), sealed);
        next++;
        at = 0;
      }
      return true;
    }
  }
}
