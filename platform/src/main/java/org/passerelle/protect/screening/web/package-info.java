/** The pages of a screening: one question a page, the result, the list; and whom to call. */
@NullMarked
package org.passerelle.protect.screening.web;

import org.jspecify.annotations.NullMarked;
