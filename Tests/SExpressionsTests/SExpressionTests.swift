import SExpressions
import Testing
