package org.passerelle.linkage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.passerelle.linkage.internal.Learnt;

/**
 * What a list taught, by which more of its records are compared later.
 *
 * @param columns what is compared, in order
 */
record StoreModel(LinkSettings settings, List<Column> columns, Learnt learnt)
    implements Serializable {
  StoreModel {
    columns = List.copyOf(columns);
  }

  /** A column that is compared. */
  record Column(String label, AttributeKind kind) implements Serializable {}

  /**
   * The same with what only the whole list could tell.
   *
   * @param heaped columns of dates in which 1 January stands for a year alone
   * @param monthFirst columns of dates in which the month was written first
   * @param caps by kind of key, the records beyond which a block says nothing
   */
  record Kept(StoreModel model, List<String> heaped, List<String> monthFirst, List<Integer> caps)
      implements Serializable {
    /** Only what a model is made of is read; nothing else in a file is ever brought to life. */
    private static final ObjectInputFilter PARTS =
        ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxrefs=1000000;maxbytes=200000000;org.passerelle.linkage.**;"
                + "java.util.CollSer;java.util.ImmutableCollections*;java.lang.*;!*");

    Kept {
      heaped = List.copyOf(heaped);
      monthFirst = List.copyOf(monthFirst);
      caps = List.copyOf(caps);
    }

    byte[] bytes() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(this);
      }
      return bytes.toByteArray();
    }

    static Kept of(byte[] bytes) throws IOException {
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        in.setObjectInputFilter(PARTS);
        return (Kept) in.readObject();
      } catch (ClassNotFoundException | ClassCastException | InvalidClassException e) {
        throw new BadRecords(
            "What the store learnt was written by another version of this program (%s). Maybe make the store anew from the lists."
                .formatted(e.getMessage()));
      }
    }
  }
}
