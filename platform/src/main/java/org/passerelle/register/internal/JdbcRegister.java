package org.passerelle.register.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryChanged;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Mentions;
import org.passerelle.register.Register;
import org.passerelle.register.StoredFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register in two tables, with the current facts cached in memory between changes. */
@Component
class JdbcRegister implements Register {
  /** Kinds that every installation needs from the start: the others come with a demonstration. */
  private static final Set<String> EVERY_HOUSE =
      Set.of(
          "country",
          "place",
          "organisation",
          "publication",
          "agreement",
          "deadline",
          "offence",
          "reporting-duty",
          "post-type");

  /** Kinds unknown to older installations. */
  private static final Set<String> LATER = Set.of("deadline", "offence", "reporting-duty");

  private final JdbcClient db;
  private final JdbcTemplate plain;
  private final StoredRevisions revisions;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Mentions> mentions;
  private final TransactionTemplate transaction;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Facts present;

  JdbcRegister(
      JdbcClient db,
      JdbcTemplate plain,
      StoredRevisions revisions,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      ObjectProvider<Mentions> mentions,
      PlatformSettings settings) {
    this.db = db;
    this.plain = plain;
    this.revisions = revisions;
    this.events = events;
    this.mentions = mentions;
    this.transaction = new TransactionTemplate(transactions);
    fill(settings.demo());
  }

  /** Stores the packaged entries, once; for a kind introduced by an update, at that time. */
  private void fill(boolean demo) {
    transaction.executeWithoutResult(
        status -> {
          List<String> there =
              db.sql("select distinct kind from register_revision").query(String.class).list();
          for (Entry entry : Facts.shipped().everything()) {
            boolean wanted =
                there.isEmpty()
                    ? demo || EVERY_HOUSE.contains(entry.kind().id())
                    : LATER.contains(entry.kind().id()) && !there.contains(entry.kind().id());
            if (wanted) {
              insert(entry, null, "", "");
            }
          }
        });
  }

  @Override
  public Facts facts() {
    Own own = (Own) TransactionSynchronizationManager.getResource(this);
    if (own != null) {
      // includes the transaction's own changes, which nobody else may see yet
      Facts known = own.facts;
      if (known == null) {
        known = read(false);
        own.facts = known;
      }
      return known;
    }
    Facts known = present;
    return known == null ? read(true) : known;
  }

  private Facts read(boolean forAll) {
    long before = changes.get();
    Facts read =
        Objects.requireNonNull(plain.execute((ConnectionCallback<Facts>) StoredFacts::read));
    if (forAll && changes.get() == before) {
      present = read;
    }
    return read;
  }

  @Override
  public Entry save(
      SignedIn who, Kind kind, String id, int version, Map<String, Object> content, String reason) {
    Entry saved = new Entry(kind, id, version + 1, content);
    if (version == 0) {
      try {
        insert(saved, who.user(), who.name(), reason);
      } catch (DuplicateKeyException e) {
        throw new Refused("register.refused.taken", id).at("_id");
      }
    } else {
      change(saved, false);
      revisions.add(saved, false, who.user(), who.name(), reason);
    }
    forgetAfterCommit();
    events.publishEvent(new EntryChanged(kind.id(), id));
    return saved;
  }

  @Override
  public void retire(SignedIn who, Entry entry, int version, String reason) {
    // includes what others have just committed
    retire(who, entry, version, reason, read(false));
  }

  @Override
  public void retireAll(SignedIn who, List<Entry> entries, String reason) {
    Facts stored = read(false);
    entries.forEach(entry -> retire(who, entry, entry.revision(), reason, stored));
  }

  @Override
  public Set<String> taken(Kind kind) {
    return db.sql("select id from register_entry where kind = :kind")
        .param("kind", kind.id())
        .query(String.class)
        .set();
  }

  private void retire(SignedIn who, Entry entry, int version, String reason, Facts stored) {
    if (!stored.referringTo(entry).isEmpty()) {
      throw new Refused("register.refused.named");
    }
    mentions.stream()
        .flatMap(source -> source.keeps(entry, stored).stream())
        .findFirst()
        .ifPresent(
            key -> {
              throw new Refused(key);
            });
    Entry retired = new Entry(entry.kind(), entry.id(), version + 1, entry.content());
    change(retired, true);
    revisions.add(retired, true, who.user(), who.name(), reason);
    forgetAfterCommit();
    events.publishEvent(new EntryChanged(entry.kind().id(), entry.id()));
  }

  @Override
  public List<Revision> revisions(Kind kind, String id) {
    return revisions.of(kind, id);
  }

  @Override
  public List<Revision> since(Instant moment, SignedIn reader, int most) {
    return revisions.since(moment, reader.user(), most);
  }

  private void insert(Entry entry, @Nullable UUID by, String byName, String reason) {
    db.sql(
            """
            insert into register_entry (kind, id, revision, content, retired, place)
            values (:kind, :id, :revision, :content, false,
              (select coalesce(max(place), 0) + 1 from register_entry))""")
        .param("kind", entry.kind().id())
        .param("id", entry.id())
        .param("revision", entry.revision())
        .param("content", StoredFacts.json(entry.content()))
        .update();
    revisions.add(entry, false, by, byName, reason);
  }

  private void change(Entry entry, boolean retired) {
    int changed =
        db.sql(
                """
                update register_entry set revision = :revision, content = :content, retired = :retired
                where kind = :kind and id = :id and revision = :before and retired = false""")
            .param("revision", entry.revision())
            .param("content", StoredFacts.json(entry.content()))
            .param("retired", retired)
            .param("kind", entry.kind().id())
            .param("id", entry.id())
            .param("before", entry.revision() - 1)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(entry.revision() - 1, current(entry));
    }
  }

  private int current(Entry entry) {
    return db.sql(
            """
            select revision from register_entry
            where kind = :kind and id = :id and retired = false""")
        .param("kind", entry.kind().id())
        .param("id", entry.id())
        .query(Integer.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  private void forgetAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      forget();
      return;
    }
    Own own = (Own) TransactionSynchronizationManager.getResource(this);
    if (own != null) {
      own.facts = null;
      return;
    }
    TransactionSynchronizationManager.bindResource(this, new Own());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            suspended = (Own) TransactionSynchronizationManager.unbindResource(JdbcRegister.this);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(
                JdbcRegister.this, Objects.requireNonNull(suspended));
          }

          private @Nullable Own suspended;

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(JdbcRegister.this);
          }

          @Override
          public void afterCommit() {
            forget();
          }
        });
  }

  private void forget() {
    changes.incrementAndGet();
    present = null;
  }

  /** The facts as seen by a transaction that changes the register; read again after each change. */
  private static final class Own {
    private @Nullable Facts facts;
  }
}
