/** Pages of a screening: one question per page, the result, the list, and emergency numbers. */
@NullMarked
package org.passerelle.protect.casework.screening.web;

import org.jspecify.annotations.NullMarked;
