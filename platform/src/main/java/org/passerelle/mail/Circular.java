package org.passerelle.mail;

import java.util.UUID;

/**
 * A mail to somebody who asked for it, in two forms. Immutable.
 *
 * @param id identifier of the mail, which stays the same when it is tried again
 * @param to address of the recipient
 * @param sender name shown beside the sender's address
 * @param language BCP 47 tag
 * @param text as plain text
 * @param html the same as a page without anything loaded from elsewhere
 * @param leave address at which the recipient ends it by one press (RFC 8058), or empty
 */
public record Circular(
    UUID id,
    String to,
    String sender,
    String language,
    String subject,
    String text,
    String html,
    String leave) {}
