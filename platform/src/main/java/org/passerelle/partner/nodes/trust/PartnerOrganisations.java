package org.passerelle.partner.nodes.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.accounts.FarOrganisations;
import org.passerelle.accounts.Organisation;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Routes;
import org.passerelle.partner.nodes.identity.HostedOrganisation;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations of other nodes. While a node is suspended its organisations are listed but accept
 * nothing.
 */
@Component
public class PartnerOrganisations implements FarOrganisations, Routes {
  private final JdbcClient db;
  private final NodeRows nodes;

  PartnerOrganisations(JdbcClient db, NodeRows nodes) {
    this.db = db;
    this.nodes = nodes;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Organisation> find(UUID id) {
    return db.sql(
            """
            select o.*, n.name as node_name, n.added_at,
                   o.active and n.state = 'trusted' as reachable
              from partner_organisation o join partner_node n on n.id = o.node
             where o.id = :id
            """)
        .param("id", id)
        .query(PartnerOrganisations::organisation)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Organisation> all() {
    return db.sql(
            """
            select o.*, n.name as node_name, n.added_at,
                   o.active and n.state = 'trusted' as reachable
              from partner_organisation o join partner_node n on n.id = o.node
             order by n.name, o.handle
            """)
        .query(PartnerOrganisations::organisation)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UUID> node(UUID recipient) {
    return db.sql("select node from partner_organisation where id = :id")
        .param("id", recipient)
        .query(UUID.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean takes(UUID id, String kind, int version) {
    return node(id)
        .flatMap(nodes::find)
        .map(PartnerNode::descriptor)
        .filter(said -> said.takes(kind, version))
        .isPresent();
  }

  /** All organisations that a node has ever listed. */
  List<UUID> of(UUID node) {
    return db.sql("select id from partner_organisation where node = :node order by id")
        .param("node", node)
        .query(UUID.class)
        .list();
  }

  /** Whether one of these identifiers belongs to another node already. */
  boolean taken(UUID node, NodeDescriptor said) {
    return said.organisations().stream()
        .anyMatch(o -> node(o.id()).filter(owner -> !owner.equals(node)).isPresent());
  }

  /** Replaces the organisations of a node by those it lists now. */
  void replace(UUID node, NodeDescriptor said) {
    db.sql("update partner_organisation set active = false where node = :node")
        .param("node", node)
        .update();
    for (HostedOrganisation one : said.organisations()) {
      int there =
          filled(
                  db.sql(
                      """
                      update partner_organisation
                         set handle = :handle, name_en = :en, name_fr = :fr, name_sr = :sr, type = :type,
                             country = :country, casework = :casework, active = true
                       where id = :id and node = :node
                      """),
                  node,
                  one)
              .update();
      if (there == 0) {
        filled(
                db.sql(
                    """
                    insert into partner_organisation
                      (id, node, handle, name_en, name_fr, name_sr, type, country, casework, active)
                    values (:id, :node, :handle, :en, :fr, :sr, :type, :country, :casework, true)
                    """),
                node,
                one)
            .update();
      }
    }
  }

  private static JdbcClient.StatementSpec filled(
      JdbcClient.StatementSpec statement, UUID node, HostedOrganisation one) {
    return statement
        .param("id", one.id())
        .param("node", node)
        .param("handle", one.handle())
        .param("en", one.name().get("en"))
        .param("fr", one.name().get("fr"))
        .param("sr", one.name().get("sr"))
        .param("type", one.type())
        .param("country", one.country())
        .param("casework", one.casework());
  }

  private static Organisation organisation(ResultSet row, int number) throws SQLException {
    String at = " (" + row.getString("node_name") + ")";
    return new Organisation(
        row.getObject("id", UUID.class),
        row.getString("handle"),
        new Wording(
            Map.of(
                "en", row.getString("name_en") + at,
                "fr", row.getString("name_fr") + at,
                "sr", row.getString("name_sr") + at)),
        row.getString("type"),
        row.getString("country"),
        "",
        "",
        "",
        row.getBoolean("casework"),
        row.getBoolean("reachable"),
        Columns.instant(row, "added_at"));
  }
}
