package org.passerelle.protect.screening.web;

/**
 * A number as a page shows it.
 *
 * @param dialled as the telephone takes it
 * @param remark who answers, that it is not verified, or empty
 */
public record Call(String label, String number, String dialled, String remark, boolean verified) {}
