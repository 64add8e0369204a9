package org.passerelle.linkage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the columns of a list of persons are called, in English, French and Serbian. */
final class ColumnNames {
  /** Asked one after the other; the first whose words all stand in the column's name is taken. */
  private static final List<Map.Entry<String, AttributeKind>> WORDS =
      List.of(
          Map.entry("email", AttributeKind.EMAIL),
          Map.entry("e mail", AttributeKind.EMAIL),
          Map.entry("mail", AttributeKind.EMAIL),
          Map.entry("courriel", AttributeKind.EMAIL),
          Map.entry("phone", AttributeKind.PHONE),
          Map.entry("telephone", AttributeKind.PHONE),
          Map.entry("telefon", AttributeKind.PHONE),
          Map.entry("mobile", AttributeKind.PHONE),
          Map.entry("tel", AttributeKind.PHONE),
          Map.entry("birth place", AttributeKind.PLACE),
          Map.entry("birthplace", AttributeKind.PLACE),
          Map.entry("place birth", AttributeKind.PLACE),
          Map.entry("lieu naissance", AttributeKind.PLACE),
          Map.entry("mesto rodjenja", AttributeKind.PLACE),
          Map.entry("birth country", AttributeKind.NATIONALITY),
          Map.entry("dob", AttributeKind.BIRTH_DATE),
          Map.entry("birthday", AttributeKind.BIRTH_DATE),
          Map.entry("birthdate", AttributeKind.BIRTH_DATE),
          Map.entry("birth", AttributeKind.BIRTH_DATE),
          Map.entry("born", AttributeKind.BIRTH_DATE),
          Map.entry("naissance", AttributeKind.BIRTH_DATE),
          Map.entry("rodjenja", AttributeKind.BIRTH_DATE),
          Map.entry("rodenja", AttributeKind.BIRTH_DATE),
          Map.entry("age", AttributeKind.AGE),
          Map.entry("sex", AttributeKind.SEX),
          Map.entry("gender", AttributeKind.SEX),
          Map.entry("sexe", AttributeKind.SEX),
          Map.entry("pol", AttributeKind.SEX),
          Map.entry("nationality", AttributeKind.NATIONALITY),
          Map.entry("citizenship", AttributeKind.NATIONALITY),
          Map.entry("nationalite", AttributeKind.NATIONALITY),
          Map.entry("drzavljanstvo", AttributeKind.NATIONALITY),
          Map.entry("country", AttributeKind.NATIONALITY),
          Map.entry("pays", AttributeKind.NATIONALITY),
          Map.entry("soc sec", AttributeKind.DOCUMENT),
          Map.entry("ssn", AttributeKind.DOCUMENT),
          Map.entry("social security", AttributeKind.DOCUMENT),
          Map.entry("passport", AttributeKind.DOCUMENT),
          Map.entry("passeport", AttributeKind.DOCUMENT),
          Map.entry("pasos", AttributeKind.DOCUMENT),
          Map.entry("document", AttributeKind.DOCUMENT),
          Map.entry("national id", AttributeKind.DOCUMENT),
          Map.entry("id card", AttributeKind.DOCUMENT),
          Map.entry("jmbg", AttributeKind.DOCUMENT),
          Map.entry("postcode", AttributeKind.POSTCODE),
          Map.entry("postal", AttributeKind.POSTCODE),
          Map.entry("post code", AttributeKind.POSTCODE),
          Map.entry("zip", AttributeKind.POSTCODE),
          Map.entry("zipcode", AttributeKind.POSTCODE),
          Map.entry("street number", AttributeKind.HOUSE_NUMBER),
          Map.entry("house number", AttributeKind.HOUSE_NUMBER),
          Map.entry("address", AttributeKind.ADDRESS),
          Map.entry("adresse", AttributeKind.ADDRESS),
          Map.entry("adresa", AttributeKind.ADDRESS),
          Map.entry("street", AttributeKind.ADDRESS),
          Map.entry("rue", AttributeKind.ADDRESS),
          Map.entry("state", AttributeKind.REGION),
          Map.entry("province", AttributeKind.REGION),
          Map.entry("region", AttributeKind.REGION),
          Map.entry("county", AttributeKind.REGION),
          Map.entry("city", AttributeKind.PLACE),
          Map.entry("town", AttributeKind.PLACE),
          Map.entry("suburb", AttributeKind.PLACE),
          Map.entry("village", AttributeKind.PLACE),
          Map.entry("ville", AttributeKind.PLACE),
          Map.entry("grad", AttributeKind.PLACE),
          Map.entry("place", AttributeKind.PLACE),
          Map.entry("locality", AttributeKind.PLACE),
          Map.entry("municipality", AttributeKind.PLACE),
          Map.entry("first surname", AttributeKind.FULL_NAME),
          Map.entry("full name", AttributeKind.FULL_NAME),
          Map.entry("fullname", AttributeKind.FULL_NAME),
          Map.entry("given", AttributeKind.GIVEN_NAME),
          Map.entry("givenname", AttributeKind.GIVEN_NAME),
          Map.entry("first name", AttributeKind.GIVEN_NAME),
          Map.entry("firstname", AttributeKind.GIVEN_NAME),
          Map.entry("fname", AttributeKind.GIVEN_NAME),
          Map.entry("forename", AttributeKind.GIVEN_NAME),
          Map.entry("prenom", AttributeKind.GIVEN_NAME),
          Map.entry("surname", AttributeKind.SURNAME),
          Map.entry("lastname", AttributeKind.SURNAME),
          Map.entry("last name", AttributeKind.SURNAME),
          Map.entry("lname", AttributeKind.SURNAME),
          Map.entry("family name", AttributeKind.SURNAME),
          Map.entry("familyname", AttributeKind.SURNAME),
          Map.entry("nom", AttributeKind.SURNAME),
          Map.entry("prezime", AttributeKind.SURNAME),
          Map.entry("ime", AttributeKind.GIVEN_NAME),
          Map.entry("name", AttributeKind.FULL_NAME),
          Map.entry("occupation", AttributeKind.TEXT),
          Map.entry("profession", AttributeKind.TEXT),
          Map.entry("languages", AttributeKind.LIST),
          Map.entry("langues", AttributeKind.LIST),
          Map.entry("aliases", AttributeKind.LIST));

  private ColumnNames() {}

  /** The kind a column's name tells of, if it tells of one. */
  static Optional<AttributeKind> kind(String column) {
    String words = " " + words(column) + " ";
    return WORDS.stream()
        .filter(entry -> allIn(entry.getKey(), words))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean allIn(String wanted, String words) {
    for (String word : wanted.split(" ", -1)) {
      if (!words.contains(" " + word + " ")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lower-case Latin words without marks and digits: {@code placeOfBirth} is {@code place of
   * birth}.
   */
  private static String words(String column) {
    String parted = column.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    String plain =
        Normalizer.normalize(parted.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace("đ", "dj");
    return plain.replaceAll("[^a-z]+", " ").strip();
  }
}
