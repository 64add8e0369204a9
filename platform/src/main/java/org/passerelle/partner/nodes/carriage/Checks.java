package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.audit.Checkpoint;
import org.passerelle.audit.WitnessedLog;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that nodes exchange on their own account: whether the other is reachable and, a few
 * times a day, a signed root of this node's log for the other to keep.
 */
@Component
public class Checks {
  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
  private static final UUID HOUSE = new UUID(0, 0);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Courier courier;
  private final NodeRows nodes;
  private final ReceiptRows receipts;
  private final WitnessedLog log;
  private final Identifiers identifiers;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<UUID, Long> exchanged = new ConcurrentHashMap<>();
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  Checks(
      Courier courier,
      NodeRows nodes,
      ReceiptRows receipts,
      WitnessedLog log,
      Identifiers identifiers,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.courier = courier;
    this.nodes = nodes;
    this.receipts = receipts;
    this.log = log;
    this.identifiers = identifiers;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whether a root has to be sent to a node; each root is sent once. */
  boolean due(PartnerNode node) {
    return !node.nextAttempt().isAfter(clock.instant())
        && log.shown().filter(root -> !isExchanged(node, root)).isPresent();
  }

  private boolean isExchanged(PartnerNode node, Checkpoint root) {
    return Objects.equals(exchanged.get(node.id()), root.size());
  }

  /** Sends a root if one is due, the node can be called, and no other thread is sending it. */
  void exchange(UUID id) {
    if (underWay.add(id)) {
      try {
        exchangeDue(id);
      } finally {
        underWay.remove(id);
      }
    }
  }

  private void exchangeDue(UUID id) {
    Optional<PartnerNode> callable = courier.callable(id).filter(this::due);
    Optional<Checkpoint> root = log.shown();
    if (callable.isEmpty() || root.isEmpty()) {
      return;
    }
    PartnerNode node = callable.get();
    try {
      witnessed(node, root.get());
      exchanged.put(id, root.get().size());
    } catch (NodeUnreachable e) {
      if (e.left()) {
        // a node that answers with garbage has received it, too, and does not get it a second time
        exchanged.put(id, root.get().size());
      }
      nodes.missed(node, e.problem());
    }
  }

  /**
   * Whether the node answers now.
   *
   * @return the code of the problem, or empty
   */
  public Optional<String> ping(PartnerNode node) {
    try {
      Receipt receipt = keep(node, ask(node, "ping", Map.of())).receipt();
      return receipt.outcome() == Receipt.Outcome.REFUSED
          ? Optional.of(receipt.reason())
          : Optional.empty();
    } catch (NodeUnreachable e) {
      nodes.missed(node, e.problem());
      return Optional.of(e.problem());
    }
  }

  /** Sends a root with the proof that it continues the one that the node keeps. */
  private void witnessed(PartnerNode node, Checkpoint root) throws NodeUnreachable {
    Receipt first = keep(node, ask(node, "checkpoint", said(root))).receipt();
    Receipt.Held held = first.held();
    if (held == null || held.size() == root.size()) {
      return;
    }
    if (held.size() > root.size()) {
      LOG.error(
          "The node {} keeps a root of {} entries of this log, which has {}. Maybe it was restored from a backup: tell the administrators of that node.",
          node.name(),
          held.size(),
          root.size());
      return;
    }
    Map<String, Object> proved = said(root);
    proved.put("from", held.size());
    proved.put("proof", log.proof(held.size(), root.size()));
    keep(node, ask(node, "checkpoint", proved));
  }

  private static Map<String, Object> said(Checkpoint root) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("size", root.size());
    said.put("root", root.root());
    said.put("note", root.note());
    said.put("from", 0);
    said.put("proof", List.of());
    return said;
  }

  private Courier.Answer ask(PartnerNode node, String kind, Map<String, Object> body)
      throws NodeUnreachable {
    return courier.ask(node, kind, 1, identifiers.next(), null, JSON.writeValueAsString(body));
  }

  private Courier.Answer keep(PartnerNode node, Courier.Answer answer) {
    transaction.executeWithoutResult(
        status ->
            receipts.keep(
                HOUSE, node.id(), false, answer.about(), answer.receipt(), answer.signed()));
    return answer;
  }
}
