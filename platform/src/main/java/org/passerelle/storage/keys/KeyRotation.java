package org.passerelle.storage.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rotates the keys of organisations and of the node without interrupting use. */
final class KeyRotation {
  private final KeyStore store;
  private final KeyTable table;
  private final SecureRandom random;

  KeyRotation(KeyStore store, KeyTable table, SecureRandom random) {
    this.store = store;
    this.table = table;
    this.random = random;
  }

  /**
   * Gives an organisation a new key and rewraps the keys below it, in slices, without interrupting
   * use; content sealed under the former key still opens.
   *
   * @return the number of rewrapped keys
   */
  int rotate(UUID organisation) {
    synchronized (store) {
      byte[] fresh = store.fresh();
      table.rotate(
          organisation,
          store.wrapped(organisation, KeyStore.NODE, store.key(organisation)),
          store.wrapped(organisation, KeyStore.NODE, fresh));
      store.remember(organisation, fresh);
      store.save();
    }
    return wrapAnew(organisation);
  }

  /**
   * Gives the node a new key, in the same file and locked as before, and rewraps the organisations'
   * keys. Recovery shares of the former key, and backups encrypted with it, still need that key;
   * create new ones.
   */
  void rotateNode() {
    synchronized (store) {
      NodeKeyFile node = store.node();
      byte[] former = node.key();
      NodeKeyFile next = node.with(store.fresh());
      // if the process is killed between the two writes, the next start finds the next key and
      // finishes
      next.at(NodeKeyRotation.nextFile(node)).write(random);
      Map<String, KeyTable.Wrapped> anew = new LinkedHashMap<>();
      Iterator<String> names = table.names();
      while (names.hasNext()) {
        String name = names.next();
        byte[] entry = table.entry(name);
        if (entry != null && KeyTable.Wrapped.of(entry).parent().equals(KeyStore.NODE)) {
          UUID id = UUID.fromString(name.replaceAll("/.*", ""));
          byte[] key = Seal.open(former, KeyStore.wrapPlace(id), KeyTable.Wrapped.of(entry).key());
          anew.put(
              name,
              new KeyTable.Wrapped(
                  KeyStore.NODE, Seal.close(next.key(), KeyStore.wrapPlace(id), key, random)));
        }
      }
      anew.forEach(table::replace);
      int number = table.former(KeyStore.NODE).size() + 1;
      table.replace(
          KeyStore.NODE + "/" + number,
          new KeyTable.Wrapped(
              KeyStore.NODE,
              Seal.close(next.key(), KeyStore.wrapPlace(KeyStore.NODE), former, random)));
      store.save();
      store.become(next);
      NodeKeyRotation.moveNext(next);
    }
  }

  private int wrapAnew(UUID parent) {
    List<String> below = new ArrayList<>();
    synchronized (store) {
      Iterator<String> names = table.names();
      while (names.hasNext()) {
        String name = names.next();
        byte[] entry = table.entry(name);
        if (entry != null && KeyTable.Wrapped.of(entry).parent().equals(parent)) {
          below.add(name);
        }
      }
    }
    int slice = 500;
    for (int from = 0; from < below.size(); from += slice) {
      wrapAnew(below.subList(from, Math.min(below.size(), from + slice)), parent);
    }
    return below.size();
  }

  private void wrapAnew(List<String> names, UUID parent) {
    synchronized (store) {
      for (String name : names) {
        byte[] entry = table.entry(name);
        if (entry != null) {
          UUID id = UUID.fromString(name);
          byte[] key = store.unwrap(id, KeyTable.Wrapped.of(entry));
          table.replace(name, store.wrapped(id, parent, key));
        }
      }
      store.save();
    }
  }
}
