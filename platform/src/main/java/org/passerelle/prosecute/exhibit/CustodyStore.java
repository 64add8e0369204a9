package org.passerelle.prosecute.exhibit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.evidence.custody.ChainStore;
import org.passerelle.evidence.custody.CustodyBook;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains of custody in the database, each line sealed under the exhibit's key. A chain is verified
 * whenever it is read. It is lengthened in the caller's transaction, which waits for whoever
 * lengthens it at the same time; then the head decides who was first.
 */
@Component
class CustodyStore implements ChainStore {
  private static final String LINE = "custody_entry.line";
  private final JdbcClient db;
  private final Vault vault;
  private final OfficerKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CustodyStore(
      JdbcClient db, Vault vault, OfficerKeys keys, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public CustodyChain chain(String item) {
    List<String> lines = lines(exhibit(item));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "Exhibit %s has no custody.%nMaybe nobody has taken it in.".formatted(item));
    }
    return CustodyChain.read(item, lines, keys.certificates(named(lines)));
  }

  private UUID exhibit(String item) {
    return db.sql("select id from exhibit where number = :number")
        .param("number", item)
        .query(UUID.class)
        .optional()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no exhibit %s.%nMaybe it belongs to another node.".formatted(item)));
  }

  private List<String> lines(UUID exhibit) {
    return db
        .sql("select line from custody_entry where exhibit = :exhibit order by number")
        .param("exhibit", exhibit)
        .query(byte[].class)
        .list()
        .stream()
        .map(line -> vault.open(exhibit, LINE, line))
        .toList();
  }

  /** Names of the certificates in some lines. */
  private static Set<String> named(List<String> lines) {
    Set<String> ids = new LinkedHashSet<>();
    for (String line : lines) {
      Statement said = CustodyEntry.read(line).statement();
      ids.add(said.from());
      ids.add(said.to());
    }
    return ids;
  }

  /** Stores the intake of an exhibit, which has no chain yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(UUID exhibit, CustodyChain chain) {
    if (!insert(exhibit, chain)) {
      throw new IllegalStateException(
          "Exhibit %s has a chain of custody already.%nMaybe it was taken in twice."
              .formatted(chain.item()));
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lengthen(String head, CustodyChain longer) {
    UUID exhibit =
        db.sql("select id from exhibit where number = :number for update")
            .param("number", longer.item())
            .query(UUID.class)
            .single();
    List<String> heads = new ArrayList<>();
    db.sql("select hash from custody_entry where exhibit = :exhibit order by number desc limit 1")
        .param("exhibit", exhibit)
        .query(
            row -> {
              heads.add(row.getString("hash"));
            });
    boolean first =
        heads.equals(List.of(head)) && insert(exhibit, longer) && holds(exhibit, longer);
    if (first) {
      events.publishEvent(new CustodyTold.Grown(exhibit));
    }
    return first;
  }

  /**
   * A book over these chains, for one event of an exhibit.
   *
   * @param more certificates that its chain does not name yet
   */
  CustodyBook book(String item, String... more) {
    Set<String> ids = named(lines(exhibit(item)));
    ids.addAll(List.of(more));
    return new CustodyBook(this, keys.certificates(ids), clock);
  }

  private boolean holds(UUID exhibit, CustodyChain chain) {
    return db.sql("update exhibit set holder = :holder where id = :id")
            .param("holder", chain.holder())
            .param("id", exhibit)
            .update()
        == 1;
  }

  private boolean insert(UUID exhibit, CustodyChain chain) {
    CustodyEntry entry = chain.entries().get(chain.length() - 1);
    Statement said = entry.statement();
    Map<String, Object> row = new HashMap<>();
    row.put("exhibit", exhibit);
    row.put("number", chain.length());
    row.put("act", said.act().word());
    row.put("line", vault.seal(exhibit, LINE, entry.line()));
    row.put("hash", entry.hash());
    row.put("previous", said.previous());
    row.put("at", Columns.at(said.at()));
    return db.sql(
                """
                insert into custody_entry (exhibit, number, act, line, hash, previous, at)
                values (:exhibit, :number, :act, :line, :hash, :previous, :at) on conflict do nothing
                """)
            .params(row)
            .update()
        == 1;
  }
}
