package org.passerelle.linkage.internal.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.internal.comparison.LongList;

/** Rows of texts, each of which can be read by its number. Not for several threads. */
final class Rows {
  private final CheckedFile file;
  private final int size;
  private final long places;

  Rows(CheckedFile file) throws IOException {
    this.file = file;
    this.size = Math.toIntExact(file.number(file.size() - Long.BYTES));
    this.places = file.size() - (size + 2L) * Long.BYTES;
  }

  int size() {
    return size;
  }

  List<String> get(int row) {
    try {
      long from = file.number(places + (long) row * Long.BYTES);
      long to = file.number(places + (row + 1L) * Long.BYTES);
      byte[] bytes = file.read(from, Math.toIntExact(to - from));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      List<String> texts = new ArrayList<>();
      while (in.available() > 0) {
        texts.add(in.readUTF());
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes rows one after the other. */
  static final class Writer {
    private final StoreFile file;
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private final LongList places = new LongList();
    private long at;

    Writer(StoreFile file) {
      this.file = file;
    }

    void add(List<String> texts) throws IOException {
      places.add(at);
      row.reset();
      DataOutputStream out = new DataOutputStream(row);
      for (String text : texts) {
        out.writeUTF(text);
      }
      row.writeTo(file);
      at += row.size();
    }

    void end() throws IOException {
      places.add(at);
      places.add(places.size() - 1L);
      Entries.write(places.toArray(), file);
    }
  }
}
