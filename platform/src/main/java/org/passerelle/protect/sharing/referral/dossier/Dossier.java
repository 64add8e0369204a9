package org.passerelle.protect.sharing.referral.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recipient receives: the request and the values of the chosen fields. Minimised: it does
 * not contain fields that were not chosen.
 *
 * @param referral identifier, the same on both sides
 * @param service code of {@code services}
 * @param purpose code of {@code consent_purposes}
 * @param deadline ISO instant of the answer deadline
 * @param request in the sender's words
 * @param nonPunishment whether offences may have been compelled; always sent when set
 * @param minor whether the person might be under 18
 * @param onward whether it may be passed on to others
 * @param basis kind and purpose of the basis, as codes
 * @param fields values by code of {@code Released}; codes where a code list holds them
 * @param handOver what is asked of a country that receives the case; null for the request of a
 *     service
 * @param urgency code of the urgency; null from an older node
 * @param files enclosures; their contents follow in messages of their own
 */
public record Dossier(
    UUID referral,
    String service,
    String purpose,
    String deadline,
    String request,
    boolean nonPunishment,
    boolean minor,
    boolean onward,
    String basis,
    Map<String, List<String>> fields,
    @Nullable HandOver handOver,
    @Nullable String urgency,
    @Nullable List<Enclosure> files) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Dossier {
    fields = Map.copyOf(fields);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Enclosures; empty from an older node. */
  @Override
  public List<Enclosure> files() {
    return files == null ? List.of() : files;
  }

  /** An enclosure by its identifier. */
  public Optional<Enclosure> file(UUID id) {
    return files().stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /** Codes of all that is disclosed: fields, and categories of the enclosures. */
  public Set<String> told() {
    Set<String> all = new TreeSet<>(fields.keySet());
    files().forEach(file -> all.add(file.field().code()));
    return Set.copyOf(all);
  }

  /**
   * What is stated of danger. A corrected field says more than the urgency at the time of sending.
   */
  public StatedDanger danger() {
    String soon =
        fields.getOrDefault(Released.DANGER.code(), List.of()).stream()
            .filter(code -> Urgency.of(code) != Urgency.ORDINARY)
            .findFirst()
            .orElse(fields.containsKey(Released.DANGER.code()) ? null : urgency);
    String safe =
        fields.getOrDefault(Released.SAFE_TO_CONTACT.code(), List.of()).stream()
            .findFirst()
            .orElse(null);
    return StatedDanger.of(soon, safe);
  }

  /** A copy without the fields that may not be given. */
  public Dossier without(Set<String> refused) {
    Map<String, List<String>> left = new HashMap<>(fields);
    left.keySet().removeAll(refused);
    return new Dossier(
        referral,
        service,
        purpose,
        deadline,
        request,
        nonPunishment,
        minor,
        onward,
        basis,
        left,
        handOver,
        urgency,
        files().stream().filter(file -> !refused.contains(file.field().code())).toList());
  }

  /** A copy with these enclosures. */
  Dossier with(List<Enclosure> enclosed) {
    return new Dossier(
        referral,
        service,
        purpose,
        deadline,
        request,
        nonPunishment,
        minor,
        onward,
        basis,
        fields,
        handOver,
        urgency,
        enclosed);
  }

  /**
   * What is asked of a country that receives the case.
   *
   * @param returns whether the person is to travel there
   * @param acknowledgeBy ISO instant of the acknowledgement deadline
   */
  public record HandOver(boolean returns, String acknowledgeBy) {}

  String json() {
    return JSON.writeValueAsString(this);
  }

  public static Dossier of(String json) {
    return JSON.readValue(json, Dossier.class);
  }
}
