package org.passerelle.storage;

import java.util.UUID;
import org.passerelle.PublicProcess;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals records as JSON documents. Records may gain fields; in a document written earlier they are
 * absent.
 */
@Component
@PublicProcess
public class SealedJson {
  private final Vault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  SealedJson(Vault vault) {
    this.vault = vault;
  }

  /** Seals a record under a key and binds it to the place where it is stored. */
  public byte[] seal(UUID key, String place, Object document) {
    return vault.sealBytes(key, place, json.writeValueAsBytes(document));
  }

  /** Opens what {@link #seal} made. */
  public <T> T open(UUID key, String place, byte[] sealed, Class<T> type) {
    return json.readValue(vault.openBytes(key, place, sealed), type);
  }
}
