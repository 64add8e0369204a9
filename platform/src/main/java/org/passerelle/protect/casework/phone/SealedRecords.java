package org.passerelle.protect.casework.phone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.gate.PlainText;
import org.passerelle.partner.nodes.identity.Signed;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.storage.keys.AgeKey;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decrypts records from phones and verifies their signatures. Thread-safe. */
@Component
class SealedRecords {
  /** Type ({@code typ}) of a record. */
  static final String TYPE = "passerelle-record+jwt";

  /** Identifier at the beginning of the decrypted content. */
  static final String FORMAT = "passerelle-record-1";

  private static final int HEADER = 4096;
  private static final Pattern HEADER_ENDS = Pattern.compile("\n--- [A-Za-z0-9+/]{43}\n");
  private static final JsonMapper JSON = new JsonMapper();
  private final PhoneKeys keys;
  private final Phones phones;

  SealedRecords(PhoneKeys keys, Phones phones) {
    this.keys = keys;
    this.phones = phones;
  }

  /**
   * A record with a verified signature.
   *
   * @param phone that signed it
   * @param compact signed form, for later verification
   */
  record Proven(DeliveredRecord record, Phone phone, String compact) {}

  /**
   * Decrypts what a phone has encrypted.
   *
   * @throws RejectedRecord if it was encrypted to another key, or is incomplete
   */
  byte[] open(byte[] sealed) {
    try (InputStream in = AgeKey.opening(new ByteArrayInputStream(sealed), keys.opening())) {
      return in.readAllBytes();
    } catch (AgeKey.NotForThese e) {
      throw new RejectedRecord(
          isHeaderWhole(sealed) ? RejectedRecord.Reason.UNKNOWN_KEY : RejectedRecord.Reason.DAMAGED,
          e);
    } catch (IOException | RuntimeException e) {
      // the library reports truncated files with various exceptions
      throw new RejectedRecord(RejectedRecord.Reason.DAMAGED, e);
    }
  }

  /** Whether the header with the recipients is complete: it ends with a marker of its own. */
  private static boolean isHeaderWhole(byte[] sealed) {
    String begins =
        new String(sealed, 0, Math.min(sealed.length, HEADER), StandardCharsets.ISO_8859_1);
    return HEADER_ENDS.matcher(begins).find();
  }

  /**
   * Decrypts and verifies a record.
   *
   * @throws RejectedRecord with the reason
   */
  Proven record(byte[] sealed) {
    String text =
        PlainText.of(open(sealed))
            .orElseThrow(() -> new RejectedRecord(RejectedRecord.Reason.UNREADABLE));
    try {
      JsonNode outside = JSON.readTree(text);
      if (!outside.path("format").asString("").equals(FORMAT)) {
        throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
      }
      return proven(outside.path("signed").asString(""));
    } catch (JacksonException e) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE, e);
    }
  }

  /**
   * Verifies a signature again.
   *
   * @throws RejectedRecord if the signature is not that of the phone and user that it names
   */
  Proven proven(String compact) {
    try {
      JWSObject signed = Signed.unchecked(compact, TYPE);
      Phone phone =
          phones
              .find(UUID.fromString(signed.getHeader().getKeyID()))
              .orElseThrow(() -> new RejectedRecord(RejectedRecord.Reason.UNKNOWN_PHONE));
      if (!signed.verify(new ECDSAVerifier(ECKey.parse(phone.jwk())))) {
        throw new RejectedRecord(RejectedRecord.Reason.SIGNATURE);
      }
      DeliveredRecord record = DeliveredRecord.read(signed.getPayload().toString());
      if (!record.phone().equals(phone.id())
          || !record.user().equals(phone.user())
          || !record.organisation().equals(phone.organisation())) {
        throw new RejectedRecord(RejectedRecord.Reason.SIGNATURE);
      }
      return new Proven(record, phone, compact);
    } catch (Untrusted
        | JOSEException
        | ParseException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new RejectedRecord(RejectedRecord.Reason.SIGNATURE, e);
    }
  }
}
