package org.passerelle.protect.person;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.gate.Backoff;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In-memory index of each organisation's persons by searchable facts. Built in the background after
 * start-up by decrypting files one by one; changes to a file update it after their commit. Nothing
 * of it is stored, and its results are candidates that the caller decrypts and compares under its
 * own rules.
 */
@Service
public class KnownPersons implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(KnownPersons.class);
  private static final int AT_ONCE = 500;
  private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;
  private final long seed;
  private final Map<UUID, PersonIndex> byOrganisation = new ConcurrentHashMap<>();
  private final Set<UUID> goneMeanwhile = ConcurrentHashMap.newKeySet();
  private final CountDownLatch built = new CountDownLatch(1);
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile @Nullable Thread builder;

  KnownPersons(JdbcClient db, Vault vault, SealedJson sealed, SecureRandom random) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
    this.seed = random.nextLong();
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void start() {
    Thread thread = new Thread(this::build, "known-persons");
    thread.setDaemon(true);
    builder = thread;
    thread.start();
  }

  @Override
  public void destroy() throws InterruptedException {
    Thread thread = builder;
    if (thread != null) {
      // not interrupted, because that would close the H2 database
      ending.countDown();
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  /** Whether the index is complete; before that the caller must search differently. */
  public boolean complete() {
    return built.getCount() == 0;
  }

  /** Waits until the index is complete. */
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return built.await(time, unit);
  }

  /** A temporary database failure only delays this. */
  private void build() {
    long began = System.nanoTime();
    int failures = 0;
    while (!complete() && !ends(AGAIN.after(failures))) {
      try {
        int persons = read();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        LOG.debug("Indexed the names of {} persons in {}.", persons, took);
      } catch (RuntimeException e) {
        if (failures == 0 && !ends(Duration.ZERO)) {
          LOG.warn(
              "The index of names is incomplete; only exact spellings are found until a retry.", e);
        }
        failures++;
      }
    }
  }

  /** Whether the system is shutting down, now or within the given time. */
  private boolean ends(Duration within) {
    try {
      return ending.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Indexes persons not indexed yet and returns their number; stops early at shutdown. */
  private int read() {
    // identifiers first, since a sorted result with all documents would have to fit into memory
    List<UUID> ids =
        db.sql("select id from person where identity is not null order by created_at, id")
            .query(UUID.class)
            .list();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      if (ends(Duration.ZERO)) {
        return from;
      }
      some(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
    }
    built.countDown();
    goneMeanwhile.clear();
    return ids.size();
  }

  private record Sealed(UUID id, UUID organisation, byte[] identity, byte @Nullable [] contact) {}

  /** Persons already indexed by a change, as when filling a demonstration, are skipped. */
  private void some(List<UUID> candidates) {
    List<UUID> ids =
        candidates.stream()
            .filter(id -> byOrganisation.values().stream().noneMatch(index -> index.holds(id)))
            .toList();
    if (ids.isEmpty()) {
      return;
    }
    List<Sealed> some =
        db.sql(
                """
                select id, organisation, identity, contact from person
                 where id = any(cast(:ids as uuid array)) and identity is not null
                """)
            .param("ids", UuidArray.of(ids))
            .query(
                (row, i) ->
                    new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getBytes("identity"),
                        row.getBytes("contact")))
            .list();
    Map<UUID, Sealed> byId = new ConcurrentHashMap<>();
    some.forEach(one -> byId.put(one.id, one));
    for (UUID id : ids) {
      Sealed one = byId.get(id);
      if (one != null && !goneMeanwhile.contains(id) && vault.holds(id)) {
        try {
          of(one.organisation).putIfAbsent(id, keys(one));
        } catch (Vault.KeyDestroyed e) {
          LOG.debug("A person was erased while the index of names was built.");
        }
      }
    }
  }

  private Set<String> keys(Sealed one) {
    Contact contact =
        one.contact == null
            ? Contact.NONE
            : sealed.open(one.id, Persons.CONTACT, one.contact, Contact.class);
    return PersonFacts.all(
        sealed.open(one.id, Persons.IDENTITY, one.identity, Identity.class), contact);
  }

  /** Updates a file in the index after the commit. */
  void keep(UUID organisation, UUID person, Identity identity, Contact contact) {
    Set<String> keys = PersonFacts.all(identity, contact);
    afterCommit(() -> of(organisation).put(person, keys));
  }

  /** Removes files from the index after the commit. */
  public void forget(Collection<UUID> persons) {
    List<UUID> gone = List.copyOf(persons);
    afterCommit(
        () -> {
          if (!complete()) {
            goneMeanwhile.addAll(gone);
          }
          byOrganisation.values().forEach(index -> gone.forEach(index::forget));
        });
  }

  private static void afterCommit(Runnable change) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      change.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public int getOrder() {
            // before anything that searches for persons similar to the one just saved
            return 0;
          }

          @Override
          public void afterCommit() {
            change.run();
          }
        });
  }

  private PersonIndex of(UUID organisation) {
    return byOrganisation.computeIfAbsent(organisation, o -> new PersonIndex(seed));
  }

  /** Number of indexed persons of an organisation. */
  public int size(UUID organisation) {
    return of(organisation).size();
  }

  /** All indexed persons of an organisation. */
  public List<UUID> all(UUID organisation) {
    return of(organisation).all();
  }

  /** Persons whose name may match, most likely first. */
  public List<UUID> named(UUID organisation, NameAsked asked, int limit) {
    return asked.candidates(of(organisation), limit);
  }

  /**
   * Persons with the most facts in common: words of names by sound, year of birth, telephone
   * numbers, documents.
   *
   * @return most significant matches first, without the person
   */
  public List<UUID> sharing(
      UUID organisation, UUID person, Identity identity, Contact contact, int limit) {
    List<Collection<String>> facts = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    identity.names().forEach(name -> words.addAll(regional().words(name.text())));
    words.forEach(word -> facts.add(PersonFacts.sound(word)));
    facts.add(PersonFacts.years(identity));
    PersonFacts.phones(contact).forEach(phone -> facts.add(List.of("p" + phone)));
    PersonFacts.papers(identity).forEach(paper -> facts.add(List.of("d" + paper)));
    PersonIndex index = of(organisation);
    // two files of one person share about as much information as identifies one among all persons
    double least = 0.6 * Math.log(index.size() + 1.0);
    return index.sharing(facts, least, limit + 1).stream()
        .filter(other -> !other.equals(person))
        .limit(limit)
        .toList();
  }

  /** Persons with a common telephone number. */
  public List<UUID> samePhone(UUID organisation, Contact contact, int limit) {
    List<String> keys = PersonFacts.phones(contact).stream().map(p -> "p" + p).toList();
    return keys.isEmpty() ? List.of() : of(organisation).withAll(List.of(keys), limit);
  }

  /** Persons who share a word of the name by sound and a word of family and origin. */
  public List<UUID> sameFamily(UUID organisation, Identity identity, int limit) {
    List<String> places = PersonFacts.places(identity).stream().map(p -> "o" + p).toList();
    Set<String> sounds = new LinkedHashSet<>();
    identity
        .names()
        .forEach(
            name ->
                regional().words(name.text()).forEach(w -> sounds.addAll(PersonFacts.sound(w))));
    return places.isEmpty() || sounds.isEmpty()
        ? List.of()
        : of(organisation).withAll(List.of(places, sounds), limit);
  }

  /** Share of an organisation's persons with such a word in their name, above 0 up to 1. */
  public double share(UUID organisation, String word) {
    Set<String> keys = PersonFacts.sound(word);
    return keys.isEmpty() ? 1 : of(organisation).share(keys);
  }

  /** Loaded on first use, so that it does not delay start-up. */
  private static RegionalNames regional() {
    return RegionalNames.load();
  }
}
