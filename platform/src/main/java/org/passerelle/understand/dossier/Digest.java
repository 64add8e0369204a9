package org.passerelle.understand.dossier;

import java.util.Map;
import org.passerelle.network.CaseNetwork;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.dossier.chapter.Findings;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256 of the content of a version without the team's own words, which may disappear with an
 * erased case. The same content always has the same digest.
 */
final class Digest {
  /** Immutable maps have a different iteration order in each run of the JVM. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Digest() {}

  static String of(int number, Findings findings, CaseNetwork coded, Map<String, String> texts) {
    return Sha256.of(number + written(findings) + written(CodedStore.of(coded)) + written(texts));
  }

  static String of(Dossier dossier) {
    return of(dossier.number(), dossier.findings(), dossier.coded(), dossier.texts());
  }

  static String written(Object content) {
    return JSON.writeValueAsString(content);
  }
}
