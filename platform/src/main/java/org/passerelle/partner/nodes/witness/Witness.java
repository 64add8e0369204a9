package org.passerelle.partner.nodes.witness;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.audit.ConsistencyProof;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the signed roots of partners' logs. Each must continue the one before: a log that became
 * shorter, or has two versions of its past, is reported in this node's own log and to its
 * administrators.
 */
@Component
public class Witness {
  /** The reporter: the application itself. */
  private static final UUID HOUSE = new UUID(0, 0);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Approvals approvals;
  private final AuditLog audit;
  private final Clock clock;

  Witness(JdbcClient db, Approvals approvals, AuditLog audit, Clock clock) {
    this.db = db;
    this.approvals = approvals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An inconsistency.
   *
   * @param state {@code rolled-back} or {@code split}
   */
  public record Report(long size, String state, Instant at) {}

  /**
   * Checks and stores a root that a partner sent.
   *
   * @return the largest root kept afterwards; the partner starts its next proof there
   * @throws Untrusted if it is not signed by the key of the partner's log
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Receipt.Held take(PartnerNode node, String body) {
    JsonNode said = JSON.readTree(body);
    long size = said.path("size").asLong(0);
    String root = said.path("root").asString("");
    String note = said.path("note").asString("");
    if (!CheckpointKey.of(node.agreed().log()).holds(note, size, root)) {
      throw new Untrusted(Reason.SIGNATURE);
    }
    Optional<Receipt.Held> before = held(node.id());
    if (before.isEmpty()) {
      keep(node.id(), size, root, note, "kept");
      return new Receipt.Held(size, root);
    }
    Receipt.Held kept = before.get();
    if (size < kept.size()) {
      report(node.id(), size, root, note, "rolled-back");
      return kept;
    }
    List<String> proof = said.path("proof").valueStream().map(hash -> hash.asString("")).toList();
    boolean proved =
        size == kept.size() ? root.equals(kept.root()) : said.path("from").asLong(0) == kept.size();
    if (size > kept.size() && !proved) {
      // not proven yet: the answer says where the proof must start
      return kept;
    }
    if (!proved || !ConsistencyProof.holds(kept.size(), kept.root(), size, root, proof)) {
      report(node.id(), size, root, note, "split");
      return kept;
    }
    if (size > kept.size()) {
      keep(node.id(), size, root, note, "kept");
    }
    return new Receipt.Held(size, root);
  }

  /** The largest root that is kept of a node. */
  @Transactional(readOnly = true)
  public Optional<Receipt.Held> held(UUID node) {
    return db.sql(
            """
            select size, root from node_checkpoint
             where node = :node and state = 'kept' order by size desc limit 1
            """)
        .param("node", node)
        .query(Receipt.Held.class)
        .optional();
  }

  /** Inconsistencies, newest first. */
  @Transactional(readOnly = true)
  public List<Report> reports(UUID node) {
    return db.sql(
            """
            select size, state, at from node_checkpoint
             where node = :node and state in ('rolled-back', 'split') order by at desc limit 20
            """)
        .param("node", node)
        .query(
            (row, i) ->
                new Report(row.getLong("size"), row.getString("state"), Columns.instant(row, "at")))
        .list();
  }

  /** Whether a second administrator has been asked to start over with a node's log. */
  public boolean waits(UUID node) {
    return approvals.waiting(LogRestart.KIND, node).isPresent();
  }

  /**
   * A partner has announced that it restored a backup: asks a second administrator to approve
   * starting over with its log, because that also ends the alarm about a rewritten log.
   *
   * @throws Refused if nothing is reported, or somebody has been asked already
   */
  @Transactional
  public void askToBeginAnew(UUID node, SignedIn who) {
    String reported = reported(node);
    if (reported.isEmpty()) {
      throw new Refused("nodes.refused.meanwhile");
    }
    approvals.request(
        LogRestart.KIND,
        new ActSubject("node", node, who.organisation(), who.organisation()),
        Map.of(LogRestart.REPORTED, reported),
        who);
  }

  /**
   * Two administrators have approved: recording of the log starts over, beginning with the next
   * root the node sends.
   *
   * @param reported digest of the reports they were shown; later reports are not closed by it
   */
  void beginAnew(UUID node, String reported, SignedIn who, UUID askedBy) {
    if (!reported(node).equals(reported)) {
      throw new Refused("nodes.refused.meanwhile");
    }
    int begun =
        db.sql(
                "update node_checkpoint set state = 'unproved' where node = :node and state <> 'unproved'")
            .param("node", node)
            .update();
    audit.write(
        who,
        "node.log-begun-anew",
        "node",
        node,
        Map.of("asked-by", askedBy.toString(), "roots", Integer.toString(begun)));
  }

  private String reported(UUID node) {
    List<Report> reports = reports(node);
    return reports.isEmpty() ? "" : Sha256.of(reports.toString());
  }

  private void report(UUID node, long size, String root, String note, String state) {
    if (keep(node, size, root, note, state)) {
      audit.writeByHouse(
          HOUSE,
          state.equals("split") ? "node.log-split" : "node.log-rolled-back",
          "node",
          node,
          Map.of("size", Long.toString(size), "root", root));
    }
  }

  /**
   * Stores a root with a state. A root that was kept before and is sent again after a larger one is
   * what a restored backup sends first: it is reported like one that was never seen.
   *
   * @return whether that is new
   */
  private boolean keep(UUID node, long size, String root, String note, String state) {
    int there =
        db.sql(
                """
                update node_checkpoint set state = :state, at = :at
                 where node = :node and size = :size and root = :root and state <> :state
                   and (state = 'unproved' or :state <> 'kept')
                """)
            .param("state", state)
            .param("at", Columns.now(clock))
            .param("node", node)
            .param("size", size)
            .param("root", root)
            .update();
    return there
            + db.sql(
                    """
                    insert into node_checkpoint (node, size, root, note, state, at)
                    values (:node, :size, :root, :note, :state, :at) on conflict do nothing
                    """)
                .param("node", node)
                .param("size", size)
                .param("root", root)
                .param("note", note)
                .param("state", state)
                .param("at", Columns.now(clock))
                .update()
        > 0;
  }
}
