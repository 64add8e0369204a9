package org.passerelle.storage.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives organisations and the node new keys while everybody goes on working. */
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
   * Gives an organisation a new key and wraps the keys below it anew, in slices, while everybody
   * goes on working; what was sealed under the former key still opens.
   *
   * @return how many keys were wrapped anew
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
   * Gives the node a new key, in the same file and locked as before, and wraps the organisations'
   * keys anew. Shares of the former key and backups that it locked need it; make new ones.
   */
  void rotateNode() {
    synchronized (store) {
      NodeKeyFile node = store.node();
      byte[] former = node.key();
      NodeKeyFile next = node.with(store.fresh());
      // a process killed between the two writes finds the next key and finishes
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
