package org.passerelle.understand.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.understand.dossier.edition.Composer;
import org.passerelle.understand.grid.Grids;
import org.passerelle.understand.network.Networks;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dossiers of networks, for their team: computed in the background as a draft, edited by the team,
 * issued under a name. An issued version never changes; a new one is created instead.
 */
@Service
public class Dossiers {
  /** The kind of background work that computes one. */
  public static final String WORK = "dossier.compute";

  private final Networks networks;
  private final DossierRows rows;
  private final DossierRun run;
  private final BackgroundWork work;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;

  Dossiers(
      Networks networks,
      DossierRows rows,
      DossierRun run,
      BackgroundWork work,
      AuditLog audit,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.networks = networks;
    this.rows = rows;
    this.run = run;
    this.work = work;
    this.audit = audit;
    this.identifiers = identifiers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Path of a network's dossier. */
  public static String at(UUID network) {
    return "/understand/networks/" + network + "/dossier";
  }

  /**
   * Computes a draft from the current network; it replaces an older draft, whose texts are kept.
   *
   * @param grids those of {@link #grids} to be included in chapter 10
   * @return identifier of the work
   */
  @Transactional
  public UUID compute(UUID network, Set<UUID> grids, SignedIn who) {
    networks.find(network, who);
    long seed = identifiers.next().getMostSignificantBits() >>> 24;
    UUID started =
        work.start(
            Order.forADay(WORK, at(network)),
            progress -> carryOut(network, grids, seed, who, progress),
            who);
    audit.write(who, "network.dossier-asked", "network", network, Map.of());
    return started;
  }

  private void carryOut(UUID network, Set<UUID> grids, long seed, SignedIn who, Progress progress) {
    DossierRun.Result result = run.run(network, grids, seed, who, progress);
    UUID id = identifiers.next();
    int number =
        transaction.execute(
            status -> {
              // somebody who has left the team meanwhile cannot create one
              networks.find(network, who);
              List<Dossier.Line> before = rows.lines(network);
              Optional<Dossier> last =
                  before.isEmpty() ? Optional.empty() : rows.find(network, before.get(0).number());
              int next =
                  before.stream()
                          .filter(l -> l.issuedAt() != null)
                          .mapToInt(Dossier.Line::number)
                          .max()
                          .orElse(0)
                      + 1;
              rows.dropDrafts(network);
              rows.insert(
                  id,
                  network,
                  next,
                  result.computed(),
                  result.words(id),
                  last.map(Dossier::texts).orElse(Map.of()),
                  who);
              audit.write(
                  who,
                  "network.dossier-computed",
                  "network",
                  network,
                  Map.of("version", String.valueOf(next)));
              return next;
            });
    progress.leadTo(at(network) + "/" + number);
  }

  /**
   * The versions, newest first.
   *
   * @throws NotFound if the network does not exist for this user
   */
  @Transactional(readOnly = true)
  public List<Dossier.Line> lines(UUID network, SignedIn who) {
    networks.members(network, who);
    return rows.lines(network);
  }

  /**
   * Opens a version; the access is logged.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public Dossier read(UUID network, int number, SignedIn who) {
    Dossier found = find(network, number, who);
    audit.write(who, "network.dossier-read", "network", network, version(number));
    return found;
  }

  /**
   * The same without a log entry, for an action that logs itself.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional(readOnly = true)
  public Dossier find(UUID network, int number, SignedIn who) {
    networks.members(network, who);
    return rows.find(network, number).orElseThrow(NotFound::new);
  }

  /**
   * Stores the authors' texts.
   *
   * @param revision revision of the edited texts
   * @throws ChangedMeanwhile if somebody changed them meanwhile
   * @throws Refused if it was issued
   */
  @Transactional
  public void write(
      UUID network, int number, int revision, String chapter, String text, SignedIn who) {
    Dossier dossier = find(network, number, who);
    if (!Composer.CHAPTERS.contains(chapter)) {
      throw new NotFound();
    }
    Map<String, String> texts = new HashMap<>(dossier.texts());
    texts.put(chapter, text);
    if (dossier.issued() != null) {
      throw new Refused("dossier.refused.changed");
    }
    if (!rows.write(dossier.id(), revision, texts)) {
      throw new ChangedMeanwhile(
          revision, rows.find(network, number).map(Dossier::revision).orElse(0));
    }
    audit.write(
        who,
        "network.dossier-written",
        "network",
        network,
        Map.of("version", String.valueOf(number), "chapter", chapter));
  }

  /**
   * Issues a draft under the user's name; after that it cannot be changed.
   *
   * @param revision revision of the texts that were read
   * @throws Refused if somebody changed or issued it meanwhile, or if the legal basis of a case in
   *     its data has ended
   */
  @Transactional
  public void issue(UUID network, int number, int revision, SignedIn who) {
    Dossier dossier = find(network, number, who);
    if (dossier.ended() > 0 && dossier.issued() == null) {
      throw new Refused("dossier.refused.ended", dossier.ended());
    }
    if (dossier.revision() != revision || !rows.issue(dossier, who)) {
      throw new Refused("dossier.refused.changed");
    }
    audit.write(
        who,
        "network.dossier-issued",
        "network",
        network,
        Map.of("version", String.valueOf(number), "digest", Digest.of(dossier)));
  }

  /** Grids that the user may include in chapter 10. */
  @Transactional(readOnly = true)
  public List<Grids.Line> grids(SignedIn who) {
    return run.grids(who);
  }

  /** Logs that an edition was downloaded as a file. */
  @Transactional
  public void taken(UUID network, int number, String edition, String format, SignedIn who) {
    networks.members(network, who);
    audit.write(
        who,
        "network.dossier-taken",
        "network",
        network,
        Map.of("version", String.valueOf(number), "edition", edition, "format", format));
  }

  private static Map<String, String> version(int number) {
    return Map.of("version", String.valueOf(number));
  }
}
