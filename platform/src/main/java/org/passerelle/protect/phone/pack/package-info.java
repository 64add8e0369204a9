/**
 * What a phone takes along to work without a network: forms with their rules, texts, numbers to
 * call. Nothing in it is about a person.
 */
@NullMarked
package org.passerelle.protect.phone.pack;

import org.jspecify.annotations.NullMarked;
