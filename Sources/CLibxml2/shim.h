#ifndef VIRTSH_CLIBXML2_SHIM_H
#define VIRTSH_CLIBXML2_SHIM_H

// Nothing here needs ICU, whose headers clash with those of the copy that FoundationEssentials brings.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <stdarg.h>
#include <stdio.h>

// Swift cannot import the macro behind the allocator hook `xmlFree`.
static inline void virtsh_xml_free(void *memory) {
  if (memory) xmlFree(memory);
}

// Text that libxml2 sends to its "generic" channel, which is a variadic callback.
typedef struct {
  char bytes[2048];
  int length;
} virtsh_xml_text;

static void virtsh_xml_collect(void *context, const char *format, ...) {
  virtsh_xml_text *text = (virtsh_xml_text *)context;
  int room = (int)sizeof(text->bytes) - text->length;
  if (room <= 1) return;
  va_list arguments;
  va_start(arguments, format);
  int written = vsnprintf(text->bytes + text->length, (size_t)room, format, arguments);
  va_end(arguments);
  if (written > 0) text->length += written < room ? written : room - 1;
}

// The generic channel belongs to the calling thread (libxml2 is built with threads), so this is balanced within one call.
typedef struct {
  void *context;
  xmlGenericErrorFunc handler;
} virtsh_xml_channel;

static inline virtsh_xml_channel virtsh_xml_redirect(virtsh_xml_text *text) {
  virtsh_xml_channel saved = {xmlGenericErrorContext, xmlGenericError};
  xmlSetGenericErrorFunc(text, virtsh_xml_collect);
  return saved;
}

static inline void virtsh_xml_restore(virtsh_xml_channel saved) {
  xmlSetGenericErrorFunc(saved.context, saved.handler);
}

#endif
