package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores receipts given and received, each with an audit log entry that holds its digest: so
 * neither side can later present a different one.
 */
@Component
class ReceiptRows {
  private final JdbcClient db;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ReceiptRows(JdbcClient db, AuditLog audit, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Stores a receipt.
   *
   * @param organisation the organisation in whose log it is entered
   * @param given whether this node signed it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(
      UUID organisation, UUID node, boolean given, Envelope about, Receipt receipt, String signed) {
    db.sql(
            """
            insert into node_receipt (id, node, given, message, kind, outcome, digest, receipt, at)
            values (:id, :node, :given, :message, :kind, :outcome, :digest, :receipt, :at)
            """)
        .param("id", identifiers.next())
        .param("node", node)
        .param("given", given)
        .param("message", about.message())
        .param("kind", kind(about))
        .param("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT))
        .param("digest", receipt.digest())
        .param("receipt", signed)
        .param("at", Columns.now(clock))
        .update();
    Map<String, String> detail = new HashMap<>();
    detail.put("node", node.toString());
    detail.put("kind", kind(about));
    detail.put("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT));
    detail.put("envelope-digest", receipt.digest());
    detail.put("receipt-digest", Sha256.of(signed));
    if (!receipt.reason().isEmpty()) {
      detail.put("reason", receipt.reason());
    }
    if (!receipt.name().isEmpty()) {
      detail.put("name", receipt.name());
    }
    audit.writeByHouse(
        organisation, given ? "receipt.given" : "receipt.kept", "message", about.message(), detail);
  }

  /** A received kind can be any text; only what looks like a kind is stored. */
  private static String kind(Envelope about) {
    return about.kind().matches("[a-z.-]{1,60}") ? about.kind() : "unknown";
  }
}
