package org.passerelle.protect.sharing.transfer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.opening.MovedCases;
import org.passerelle.protect.person.MovedPersons;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that belongs to a person's cases, in the hands of another organisation. */
@Component
class TransferredData {
  private final JdbcClient db;
  private final List<Holdings> rooms;
  private final MovedCases cases;
  private final MovedPersons persons;
  private final Vault vault;

  TransferredData(
      JdbcClient db, List<Holdings> rooms, MovedCases cases, MovedPersons persons, Vault vault) {
    this.db = db;
    this.rooms = List.copyOf(rooms);
    this.cases = cases;
    this.persons = persons;
    this.vault = vault;
  }

  /** Moves it all, within the caller's transaction. */
  void move(Erased whole, UUID to, UUID lead, SignedIn who) {
    Moved moved = new Under(db, whole, to, lead);
    rooms.forEach(room -> room.move(moved));
    cases.move(whole.cases(), to, lead, who);
    persons.move(whole.persons(), to);
    Stream.concat(whole.screenings().stream(), whole.received().stream())
        .filter(vault::holds)
        .forEach(key -> vault.moveKey(key, to));
  }

  /** A move that is under way. */
  private record Under(JdbcClient db, Erased whole, UUID to, UUID lead) implements Moved {
    @Override
    public int rows(String sql, Collection<UUID> ids) {
      return db.sql(sql)
          .param("ids", UuidArray.of(ids))
          .param("from", whole.organisation())
          .param("to", to)
          .param("lead", lead)
          .update();
    }
  }
}
