/** Pages of the catalogue. */
@NullMarked
package org.passerelle.protect.casework.care.catalogue.web;

import org.jspecify.annotations.NullMarked;
