package org.passerelle.understand.network;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files to be imported into a network: uploaded, checked, imported completely or not at all. */
@Service
public class Uploads {
  /** Maximum size of a file in bytes. */
  public static final int LARGEST = 20 << 20;

  private static final String NAME = "network_upload.name";
  private static final String CONTENT = "network_upload.content";
  private static final String ACTORS = "network_upload.actors";
  private static final String MAPPING = "network_mapping.content";
  private static final Duration KEPT = Duration.ofDays(1);
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson json;
  private final Team team;
  private final Changes changes;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Uploads(
      JdbcClient db,
      Vault vault,
      SealedJson json,
      Teams teams,
      Changes changes,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.json = json;
    this.team = teams.of(NetworkTeam.TABLE);
    this.changes = changes;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * An upload.
   *
   * @param actors a table of actors beside it, or null
   */
  public record Upload(UUID id, Source ties, @Nullable Source actors) {}

  /**
   * A saved column mapping.
   *
   * @param yaml in the format of the command
   */
  public record KeptMapping(String name, String yaml) {}

  /**
   * Reads an upload, up to the limit.
   *
   * @throws Refused if it is larger
   */
  public static byte[] read(InputStream content) throws IOException {
    byte[] all = content.readNBytes(LARGEST + 1);
    if (all.length > LARGEST) {
      throw new Refused("network.refused.large", LARGEST >> 20);
    }
    return all;
  }

  /** Stores an upload. */
  @Transactional
  public UUID receive(UUID network, String name, byte[] content, SignedIn who) {
    team.needs(network, who);
    db.sql("delete from network_upload where network = :network and at < :before")
        .param("network", network)
        .param("before", Columns.now(clock).minus(KEPT))
        .update();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into network_upload (id, network, name, content, at, by_user)
            values (:id, :network, :name, :content, :now, :user)
            """)
        .param("id", id)
        .param("network", network)
        .param("name", vault.seal(network, NAME, name))
        .param("content", vault.sealBytes(network, CONTENT, content))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    return id;
  }

  /** Adds a table of actors to a table of ties. */
  @Transactional
  public void receiveActors(UUID network, UUID upload, byte[] content, SignedIn who) {
    find(network, upload, who);
    db.sql("update network_upload set actors = :content where id = :id")
        .param("content", vault.sealBytes(network, ACTORS, content))
        .param("id", upload)
        .update();
  }

  /**
   * An upload of the user.
   *
   * @throws NotFound if it does not exist, or no longer exists
   */
  @Transactional(readOnly = true)
  public Upload find(UUID network, UUID upload, SignedIn who) {
    team.needs(network, who);
    return db.sql(
            """
            select name, content, actors from network_upload
             where id = :id and network = :network and by_user = :user
            """)
        .param("id", upload)
        .param("network", network)
        .param("user", who.user())
        .query(
            (row, i) -> {
              String name = vault.open(network, NAME, row.getBytes("name"));
              byte[] actors = row.getBytes("actors");
              return new Upload(
                  upload,
                  Source.of(name, vault.openBytes(network, CONTENT, row.getBytes("content"))),
                  actors == null
                      ? null
                      : Source.of("actors.csv", vault.openBytes(network, ACTORS, actors)));
            })
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Parses an upload; nothing is imported.
   *
   * @throws org.passerelle.network.BadNetwork if it does not contain a valid network
   */
  public static NetworkFile check(Upload upload, Mapping mapping, boolean directed, boolean twoMode)
      throws IOException {
    return NetworkFile.read(
        upload.ties, new ReadOptions(upload.actors, mapping, directed, twoMode));
  }

  /** Imports the parsed file, in one change; the upload is deleted. */
  @Transactional
  public void enter(UUID network, Upload upload, NetworkFile read, SignedIn who) {
    changes.enter(network, read.network(), who);
    db.sql("delete from network_upload where id = :id").param("id", upload.id).update();
    audit.write(
        who,
        "network.imported",
        "network",
        network,
        Map.of(
            "actors", Integer.toString(read.network().actors().size()),
            "ties", Integer.toString(read.network().ties().size())));
  }

  /** Saves a mapping for the next file. */
  @Transactional
  public void keep(UUID network, KeptMapping mapping, SignedIn who) {
    team.needs(network, who);
    db.sql(
            """
            insert into network_mapping (id, network, content, at, by_user)
            values (:id, :network, :content, :now, :user)
            """)
        .param("id", identifiers.next())
        .param("network", network)
        .param("content", json.seal(network, MAPPING, mapping))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  /** Mappings saved by the team, newest first. */
  @Transactional(readOnly = true)
  public List<KeptMapping> mappings(UUID network, SignedIn who) {
    team.needs(network, who);
    return db.sql("select content from network_mapping where network = :id order by at desc, id")
        .param("id", network)
        .query((row, i) -> json.open(network, MAPPING, row.getBytes(1), KeptMapping.class))
        .list();
  }
}
