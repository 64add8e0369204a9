package org.passerelle.protect.casework.phone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.keys.AgeKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone as implemented in its browser: creates its key, enrols, encrypts to the node's key, and
 * delivers in the session of the signed-in user.
 */
public final class TestPhone {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PADDED = 4096;
  private final House house;
  private final ECKey key;
  private final JsonNode enrolment;
  private String session;
  private Duration clockOff = Duration.ZERO;

  private TestPhone(House house, ECKey key, JsonNode enrolment, String session) {
    this.house = house;
    this.key = key;
    this.enrolment = enrolment;
    this.session = session;
  }

  /** A response. */
  public record Answer(int status, String body, HttpResponse<String> whole) {
    /** The response as JSON. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The code of a problem. */
    public String code() {
      return json().path("code").asString("");
    }
  }

  /** A new phone of a signed-in colleague. */
  public static TestPhone of(Member member) {
    return of(member.house(), member.browser(), "Phone");
  }

  /** The same under a name. */
  public static TestPhone of(House house, Browser browser, String name) {
    ECKey key = newKey();
    String session = browser.session();
    Answer enrolled =
        PhoneCalls.post(
            house,
            session,
            "/phone/enrolments",
            JSON.writeValueAsBytes(Map.of("name", name, "key", key.toPublicJWK().toJSONObject())),
            "application/json",
            Map.of());
    if (enrolled.status() != 201) {
      throw new AssertionError(enrolled.status() + " " + enrolled.body());
    }
    return new TestPhone(house, key, enrolled.json(), session);
  }

  static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The identifier given by the node. */
  public UUID id() {
    return UUID.fromString(enrolment.required("phone").asString());
  }

  /** The request to be enrolled again under an identifier. */
  String enrolment(UUID id) {
    return JSON.writeValueAsString(
        Map.of("name", "Phone", "key", key.toPublicJWK().toJSONObject(), "id", id.toString()));
  }

  /** The response to the enrolment. */
  public JsonNode enrolment() {
    return enrolment;
  }

  /** Sets its clock wrong. */
  public TestPhone clockAhead(Duration by) {
    clockOff = by;
    return this;
  }

  /** Another user is signed in on it. */
  public TestPhone usedBy(Browser browser) {
    session = browser.session();
    return this;
  }

  /** The time that it shows. */
  public Instant now() {
    return house.clock().instant().plus(clockOff);
  }

  /** The key currently offered by the node. */
  public String recipient() {
    return payload(get("/phone/key").json().required("key").asString())
        .required("recipient")
        .asString();
  }

  /** The content signed by a key that the phone has pinned. */
  public JsonNode payload(String compact) {
    try {
      JWSObject signed = JWSObject.parse(compact);
      for (JsonNode one : enrolment.required("trust")) {
        ECKey trusted = ECKey.parse(one.toString());
        if (trusted.getKeyID().equals(signed.getHeader().getKeyID())
            && signed.verify(new ECDSAVerifier(trusted))) {
          return JSON.readTree(signed.getPayload().toString());
        }
      }
      throw new AssertionError("Signed by nobody whom the phone trusts.");
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A finished screening with these answers, made within the last five minutes. */
  public Map<String, Object> screening(String form, Map<String, ?> answers) {
    return record("screening", form, answers);
  }

  /** A finished form of a kind. */
  public Map<String, Object> record(String kind, String form, Map<String, ?> answers) {
    FormDefinition definition = house.get(FormDefinitions.class).current(form).orElseThrow();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", house.get(Identifiers.class).next().toString());
    record.put("phone", id().toString());
    record.put("user", enrolment.required("user").asString());
    record.put("organisation", enrolment.required("organisation").asString());
    record.put("kind", kind);
    record.put("form", form);
    record.put("version", definition.version());
    record.put("digest", definition.digest());
    record.put("language", "en");
    record.put("startedAt", now().minus(Duration.ofMinutes(5)).toString());
    record.put("finishedAt", now().toString());
    record.put("answers", answers);
    record.put("said", null);
    record.put("about", null);
    record.put("papers", new ArrayList<>());
    return record;
  }

  /** Answers with one code each, or several if a list is given. */
  public static Map<String, Object> answers(Object... questionsAndValues) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (int i = 0; i < questionsAndValues.length; i += 2) {
      Object value = questionsAndValues[i + 1];
      answers.put(
          (String) questionsAndValues[i],
          value instanceof Map<?, ?> whole
              ? whole
              : value instanceof List<?> codes ? Map.of("codes", codes) : Map.of("code", value));
    }
    return answers;
  }

  /** Of a person who may be under 18, with observations and statements. */
  public static Map<String, Object> present() {
    return answers(
        "country", "RS",
        "age_under_18", "not_sure",
        "act", Map.of("codes", List.of("transportation"), "evidence", "„Возио нас је.”"),
        "means", Map.of("not-known", true),
        "purpose", List.of("forced_begging"),
        "own_words", Map.of("text", "Уморна сам."));
  }

  /** Signed by the phone. */
  public String signed(Map<String, ?> record) {
    return signed(record, key);
  }

  String signed(Map<String, ?> record, ECKey by) {
    try {
      JWSObject signed =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("passerelle-record+jwt"))
                  .keyID(id().toString())
                  .build(),
              new Payload(JSON.writeValueAsString(record)));
      signed.sign(new ECDSASigner(by));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed, and encrypted to the offered key. */
  public byte[] sealed(Map<String, ?> record) {
    return sealed(signed(record), recipient());
  }

  /** Encrypted as a phone does it, padded to hide its length. */
  public static byte[] sealed(String signed, String recipient) {
    String text =
        JSON.writeValueAsString(Map.of("format", "passerelle-record-1", "signed", signed));
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    String padded = text + " ".repeat((PADDED - length % PADDED) % PADDED);
    return age(padded.getBytes(StandardCharsets.UTF_8), recipient);
  }

  /** An age file. */
  public static byte[] age(byte[] content, String recipient) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream sealing = AgeKey.sealing(out, recipient)) {
      sealing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The identifier of a record. */
  public static UUID idOf(Map<String, ?> record) {
    return UUID.fromString(String.valueOf(record.get("id")));
  }

  /** Delivers in the session of the signed-in user. */
  public Answer handIn(Map<String, ?> record) {
    return handIn(idOf(record), sealed(record));
  }

  /** Delivers these bytes. */
  public Answer handIn(UUID id, byte[] sealed) {
    return PhoneCalls.post(
        house,
        session,
        "/phone/records/" + id,
        sealed,
        "application/octet-stream",
        Map.of("X-Phone", id().toString(), "X-Phone-Now", now().toString()));
  }

  /** Sends a piece of a document. */
  public Answer piece(Object record, Object paper, int number, int of, byte[] piece) {
    return PhoneCalls.send(
        house,
        session,
        "/phone/records/%s/papers/%s/%d?of=%d".formatted(record, paper, number, of),
        "PUT",
        piece,
        "application/octet-stream",
        Map.of("X-Phone", id().toString()));
  }

  /** The progress of a document. */
  public Answer here(int waiting) {
    return get("/phone/here?phone=%s&waiting=%d".formatted(id(), waiting));
  }

  /** Sends a request. */
  public Answer get(String path) {
    return PhoneCalls.get(house, session, path);
  }
}
