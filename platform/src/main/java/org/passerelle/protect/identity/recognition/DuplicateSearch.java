package org.passerelle.protect.identity.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.PersonSaved;
import org.passerelle.storage.DatabaseThreads;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the search for possible duplicates: whenever a file is saved, and over all files on request.
 */
@Service
public class DuplicateSearch implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DuplicateSearch.class);
  private static final int AT_ONCE = 20;
  private static final int LONGEST_SECONDS = 3600;
  private final Recognition recognition;
  private final KnownPersons known;
  private final BackgroundWork work;
  private final AuditLog audit;
  private final TransactionTemplate alone;
  private final ExecutorService behind =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "recognition");
            thread.setDaemon(true);
            return thread;
          });

  /** Serialises searches, since two files saved at once would each store the same pair. */
  private final ReentrantLock one = new ReentrantLock();

  private volatile boolean ending;

  DuplicateSearch(
      Recognition recognition,
      KnownPersons known,
      BackgroundWork work,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.recognition = recognition;
    this.known = known;
    this.work = work;
    this.audit = audit;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Searches at once after a single save, so that the next page shows the result, and in the
   * background after bulk changes. A failure here never undoes the save.
   */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void saved(PersonSaved saved) {
    if (saved.persons().size() == 1) {
      lookOrSay(saved.organisation(), saved.persons());
      return;
    }
    behind.execute(
        () -> {
          awaitKnown();
          for (int from = 0; from < saved.persons().size() && !ending; from += AT_ONCE) {
            lookOrSay(
                saved.organisation(),
                saved.persons().subList(from, Math.min(saved.persons().size(), from + AT_ONCE)));
          }
        });
  }

  private void awaitKnown() {
    try {
      for (int seconds = 0; seconds < LONGEST_SECONDS && !ending; seconds++) {
        if (known.await(1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOrSay(UUID organisation, List<UUID> persons) {
    try {
      look(organisation, persons);
    } catch (RuntimeException e) {
      if (!ending) {
        LOG.warn("The search for files similar to one just saved failed.", e);
      }
    }
  }

  @Override
  public void destroy() {
    ending = true;
    if (!DatabaseThreads.end(behind, DatabaseThreads.CLOSING_SECONDS)) {
      LOG.info("The search for similar files was interrupted; it can be repeated for all files.");
    }
  }

  private int look(UUID organisation, Collection<UUID> persons) {
    one.lock();
    try {
      Integer pairs = alone.execute(transaction -> recognition.look(organisation, persons));
      return pairs == null ? 0 : pairs;
    } finally {
      one.unlock();
    }
  }

  /**
   * Searches all files of the organisation in the background; logged.
   *
   * @return identifier of the work
   */
  public UUID throughAll(SignedIn who) {
    UUID id =
        work.start(
            Order.forADay("recognition.look", "/protect/recognition"),
            progress -> throughAll(who, progress),
            who);
    audit.write(who, "recognition.looked-through", "work", id, Map.of());
    return id;
  }

  private void throughAll(SignedIn who, Progress progress) {
    List<UUID> all = known.all(who.organisation());
    progress.expect(all.size());
    long pairs = 0;
    progress.figure("pairs", 0);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      pairs += look(who.organisation(), some);
      progress.figure("pairs", pairs);
      progress.done(some.size());
    }
    progress.leadTo("/protect/recognition");
  }
}
