/**
 * The case file as a court receives it: exhibits with digests taken at intake, their custody, and
 * one signed container that anybody can verify. Independent of web, database and Spring.
 */
@NullMarked
package org.passerelle.evidence;

import org.jspecify.annotations.NullMarked;
