package org.passerelle.prosecute.signing;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.passerelle.evidence.Certificates;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Certificates of colleagues of other nodes who sign custody, each as one of the organisation that
 * sent it: a certificate is no secret, and another organisation may have sent it before. Each gets
 * an identifier of this node, so that none can pass for somebody here. Whoever signed by one is
 * known for good.
 */
@Component
public class FarKeys {
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;

  FarKeys(JdbcClient db, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Enters a certificate that an organisation sent; empty if it is one of this node.
   *
   * @throws org.passerelle.evidence.BadCaseFile if it is none
   */
  public Optional<OfficerKey> enter(byte[] der, UUID organisation) {
    X509Certificate certificate = Certificates.read(der);
    String id = Certificates.id(certificate);
    if (isOfThisNode(id)) {
      return Optional.empty();
    }
    db.sql(
            """
            insert into officer_key_elsewhere
              (certificate_id, user_id, organisation, certificate, from_at, until_at)
            values (:id, :user, :organisation, :certificate, :from, :until) on conflict do nothing
            """)
        .param("id", id)
        .param("user", identifiers.next())
        .param("organisation", organisation)
        .param("certificate", der)
        .param("from", Columns.at(certificate.getNotBefore().toInstant()))
        .param("until", Columns.at(certificate.getNotAfter().toInstant()))
        .update();
    return db.sql(
            """
            select * from officer_key_elsewhere where certificate_id = :id and organisation = :organisation
            """)
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> key(row))
        .optional();
  }

  /** Keeps that somebody has signed: in a chain, their certificate means them from now on. */
  public void signed(UUID user) {
    db.sql(
            """
            update officer_key_elsewhere set signed_at = :now where user_id = :user and signed_at is null
            """)
        .param("now", Columns.now(clock))
        .param("user", user)
        .update();
  }

  private boolean isOfThisNode(String id) {
    return db.sql("select count(*) from officer_key where certificate_id = :id")
            .param("id", id)
            .query(Integer.class)
            .single()
        > 0;
  }

  List<X509Certificate> certificates(Collection<String> ids) {
    return db.sql("select certificate from officer_key_elsewhere where certificate_id in (:ids)")
        .param("ids", ids)
        .query((row, i) -> Certificates.read(row.getBytes("certificate")))
        .list();
  }

  /** Who signs with some certificates: whoever did so first, if several organisations sent one. */
  Map<String, OfficerKey> holders(Collection<String> ids) {
    Map<String, OfficerKey> holders = new HashMap<>();
    db.sql(
            """
            select * from officer_key_elsewhere where certificate_id in (:ids)
             order by case when signed_at is null then 1 else 0 end, signed_at, user_id
            """)
        .param("ids", ids)
        .query((row, i) -> key(row))
        .list()
        .forEach(key -> holders.putIfAbsent(key.certificateId(), key));
    return holders;
  }

  Optional<OfficerKey> of(UUID user) {
    return db.sql("select * from officer_key_elsewhere where user_id = :user")
        .param("user", user)
        .query((row, i) -> key(row))
        .optional();
  }

  Optional<OfficerKey> of(UUID user, UUID organisation) {
    return of(user).filter(key -> key.organisation().equals(organisation));
  }

  /** Names of some of them, as their certificates say. */
  public Map<UUID, String> names(Collection<UUID> users) {
    Map<UUID, String> names = new HashMap<>();
    db.sql(
            """
            select user_id, certificate from officer_key_elsewhere where user_id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(users))
        .query(
            row -> {
              names.put(
                  row.getObject("user_id", UUID.class),
                  name(Certificates.read(row.getBytes("certificate"))));
            });
    return names;
  }

  private static String name(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst()
              .orElse("…");
    } catch (InvalidNameException unreadable) {
      return "…";
    }
  }

  private OfficerKey key(ResultSet row) throws SQLException {
    Instant until = Columns.instant(row, "until_at");
    UUID user = row.getObject("user_id", UUID.class);
    return new OfficerKey(
        user,
        user,
        row.getObject("organisation", UUID.class),
        row.getString("certificate_id"),
        Columns.instant(row, "from_at"),
        until,
        until.isAfter(clock.instant()));
  }
}
