package org.passerelle.linkage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
          Map.entry("gsm", AttributeKind.PHONE),
          Map.entry("cell", AttributeKind.PHONE),
          Map.entry("fon", AttributeKind.PHONE),
          Map.entry("msisdn", AttributeKind.PHONE),
          Map.entry("mobitel", AttributeKind.PHONE),
          Map.entry("portable", AttributeKind.PHONE),
          Map.entry("birth place", AttributeKind.PLACE),
          Map.entry("birthplace", AttributeKind.PLACE),
          Map.entry("place birth", AttributeKind.PLACE),
          Map.entry("lieu naissance", AttributeKind.PLACE),
          Map.entry("mesto rodjenja", AttributeKind.PLACE),
          Map.entry("born place", AttributeKind.PLACE),
          Map.entry("birth city", AttributeKind.PLACE),
          Map.entry("birth town", AttributeKind.PLACE),
          Map.entry("birth village", AttributeKind.PLACE),
          Map.entry("mesto rodenja", AttributeKind.PLACE),
          Map.entry("ville naissance", AttributeKind.PLACE),
          Map.entry("birth country", AttributeKind.NATIONALITY),
          Map.entry("dob", AttributeKind.BIRTH_DATE),
          Map.entry("birthday", AttributeKind.BIRTH_DATE),
          Map.entry("birthdate", AttributeKind.BIRTH_DATE),
          Map.entry("birth", AttributeKind.BIRTH_DATE),
          Map.entry("born", AttributeKind.BIRTH_DATE),
          Map.entry("naissance", AttributeKind.BIRTH_DATE),
          Map.entry("rodjenja", AttributeKind.BIRTH_DATE),
          Map.entry("rodenja", AttributeKind.BIRTH_DATE),
          Map.entry("bdate", AttributeKind.BIRTH_DATE),
          Map.entry("birthdt", AttributeKind.BIRTH_DATE),
          Map.entry("datum rodj", AttributeKind.BIRTH_DATE),
          Map.entry("ddn", AttributeKind.BIRTH_DATE),
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
          Map.entry("mbg", AttributeKind.DOCUMENT),
          Map.entry("national number", AttributeKind.DOCUMENT),
          Map.entry("id number", AttributeKind.DOCUMENT),
          Map.entry("licna karta", AttributeKind.DOCUMENT),
          Map.entry("br pasosa", AttributeKind.DOCUMENT),
          Map.entry("piece identite", AttributeKind.DOCUMENT),
          Map.entry("postcode", AttributeKind.POSTCODE),
          Map.entry("postal", AttributeKind.POSTCODE),
          Map.entry("post code", AttributeKind.POSTCODE),
          Map.entry("zip", AttributeKind.POSTCODE),
          Map.entry("zipcode", AttributeKind.POSTCODE),
          Map.entry("house no", AttributeKind.HOUSE_NUMBER),
          Map.entry("house nr", AttributeKind.HOUSE_NUMBER),
          Map.entry("houseno", AttributeKind.HOUSE_NUMBER),
          Map.entry("housenumber", AttributeKind.HOUSE_NUMBER),
          Map.entry("hno", AttributeKind.HOUSE_NUMBER),
          Map.entry("street no", AttributeKind.HOUSE_NUMBER),
          Map.entry("street nr", AttributeKind.HOUSE_NUMBER),
          Map.entry("kucni broj", AttributeKind.HOUSE_NUMBER),
          Map.entry("numero rue", AttributeKind.HOUSE_NUMBER),
          Map.entry("code postal", AttributeKind.POSTCODE),
          Map.entry("postanski broj", AttributeKind.POSTCODE),
          Map.entry("post kod", AttributeKind.POSTCODE),
          Map.entry("postal code", AttributeKind.POSTCODE),
          Map.entry("street number", AttributeKind.HOUSE_NUMBER),
          Map.entry("house number", AttributeKind.HOUSE_NUMBER),
          Map.entry("addr", AttributeKind.ADDRESS),
          Map.entry("addr1", AttributeKind.ADDRESS),
          Map.entry("adr", AttributeKind.ADDRESS),
          Map.entry("addresse", AttributeKind.ADDRESS),
          Map.entry("ulica", AttributeKind.ADDRESS),
          Map.entry("voie", AttributeKind.ADDRESS),
          Map.entry("strasse", AttributeKind.ADDRESS),
          Map.entry("domicile", AttributeKind.ADDRESS),
          Map.entry("prebivaliste", AttributeKind.ADDRESS),
          Map.entry("boraviste", AttributeKind.ADDRESS),
          Map.entry("residence", AttributeKind.ADDRESS),
          Map.entry("address", AttributeKind.ADDRESS),
          Map.entry("adresse", AttributeKind.ADDRESS),
          Map.entry("adresa", AttributeKind.ADDRESS),
          Map.entry("street", AttributeKind.ADDRESS),
          Map.entry("rue", AttributeKind.ADDRESS),
          Map.entry("state", AttributeKind.REGION),
          Map.entry("province", AttributeKind.REGION),
          Map.entry("region", AttributeKind.REGION),
          Map.entry("county", AttributeKind.REGION),
          Map.entry("opstina", AttributeKind.PLACE),
          Map.entry("commune", AttributeKind.PLACE),
          Map.entry("naselje", AttributeKind.PLACE),
          Map.entry("mesto", AttributeKind.PLACE),
          Map.entry("lieu", AttributeKind.PLACE),
          Map.entry("okrug", AttributeKind.REGION),
          Map.entry("departement", AttributeKind.REGION),
          Map.entry("city", AttributeKind.PLACE),
          Map.entry("town", AttributeKind.PLACE),
          Map.entry("suburb", AttributeKind.PLACE),
          Map.entry("village", AttributeKind.PLACE),
          Map.entry("ville", AttributeKind.PLACE),
          Map.entry("grad", AttributeKind.PLACE),
          Map.entry("place", AttributeKind.PLACE),
          Map.entry("locality", AttributeKind.PLACE),
          Map.entry("municipality", AttributeKind.PLACE),
          Map.entry("maiden", AttributeKind.SURNAME),
          Map.entry("jeune fille", AttributeKind.SURNAME),
          Map.entry("devojacko", AttributeKind.SURNAME),
          Map.entry("first surname", AttributeKind.FULL_NAME),
          Map.entry("middle name", AttributeKind.GIVEN_NAME),
          Map.entry("second name", AttributeKind.GIVEN_NAME),
          Map.entry("deuxieme prenom", AttributeKind.GIVEN_NAME),
          Map.entry("ime prezime", AttributeKind.FULL_NAME),
          Map.entry("nom prenom", AttributeKind.FULL_NAME),
          Map.entry("imeprezime", AttributeKind.FULL_NAME),
          Map.entry("full name", AttributeKind.FULL_NAME),
          Map.entry("fullname", AttributeKind.FULL_NAME),
          Map.entry("given", AttributeKind.GIVEN_NAME),
          Map.entry("givenname", AttributeKind.GIVEN_NAME),
          Map.entry("first name", AttributeKind.GIVEN_NAME),
          Map.entry("firstname", AttributeKind.GIVEN_NAME),
          Map.entry("fname", AttributeKind.GIVEN_NAME),
          Map.entry("forename", AttributeKind.GIVEN_NAME),
          Map.entry("forenames", AttributeKind.GIVEN_NAME),
          Map.entry("givname", AttributeKind.GIVEN_NAME),
          Map.entry("gname", AttributeKind.GIVEN_NAME),
          Map.entry("christian name", AttributeKind.GIVEN_NAME),
          Map.entry("prenom", AttributeKind.GIVEN_NAME),
          Map.entry("sname", AttributeKind.SURNAME),
          Map.entry("famname", AttributeKind.SURNAME),
          Map.entry("nom famille", AttributeKind.SURNAME),
          Map.entry("surnames", AttributeKind.SURNAME),
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

  /** Words that tell a kind only where they are all that a column is called. */
  private static final Map<String, AttributeKind> ALONE =
      Map.ofEntries(
          Map.entry("first", AttributeKind.GIVEN_NAME),
          Map.entry("fn", AttributeKind.GIVEN_NAME),
          Map.entry("fname c", AttributeKind.GIVEN_NAME),
          Map.entry("last", AttributeKind.SURNAME),
          Map.entry("family", AttributeKind.SURNAME),
          Map.entry("ln", AttributeKind.SURNAME),
          Map.entry("lname c", AttributeKind.SURNAME),
          Map.entry("no", AttributeKind.HOUSE_NUMBER),
          Map.entry("str", AttributeKind.ADDRESS),
          Map.entry("road", AttributeKind.ADDRESS),
          Map.entry("broj", AttributeKind.HOUSE_NUMBER),
          Map.entry("cp", AttributeKind.POSTCODE),
          Map.entry("mob", AttributeKind.PHONE),
          Map.entry("pob", AttributeKind.PLACE),
          Map.entry("ptt", AttributeKind.POSTCODE));

  /** Whose name it is, where it is not the person's. */
  private static final List<String> RELATIVES =
      List.of(
          "father",
          "mother",
          "parent",
          "spouse",
          "husband",
          "wife",
          "guardian",
          "pere",
          "mere",
          "conjoint",
          "epoux",
          "epouse",
          "oca",
          "otac",
          "majke",
          "majka",
          "roditelja",
          "supruga");

  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final List<String> LATIN =
      List.of(
          "a", "b", "v", "g", "d", "dj", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj",
          "o", "p", "r", "s", "t", "c", "u", "f", "h", "c", "c", "dz", "s");

  private ColumnNames() {}

  /** The kind a column's name tells of, if it tells of one. */
  static Optional<AttributeKind> kind(String column) {
    String plain = words(column);
    @Nullable AttributeKind alone = ALONE.get(plain);
    if (alone != null) {
      return Optional.of(alone);
    }
    String words = " " + plain + " ";
    if (RELATIVES.stream().anyMatch(relative -> allIn(relative, words))) {
      return Optional.empty();
    }
    return WORDS.stream()
        .filter(entry -> allIn(entry.getKey(), words))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Serbian Cyrillic in Latin letters, which is how the words above are written. */
  private static String latin(String text) {
    StringBuilder latin = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              int at = CYRILLIC.indexOf(letter);
              latin.append(at < 0 ? Character.toString(letter) : LATIN.get(at));
            });
    return latin.toString();
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
  static String words(String column) {
    String parted = column.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    String plain =
        Normalizer.normalize(latin(parted.toLowerCase(Locale.ROOT)), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace("đ", "dj");
    return plain.replaceAll("[^a-z]+", " ").strip();
  }
}
